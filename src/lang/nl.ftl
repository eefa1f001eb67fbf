# Every word of the program in Dutch. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

## Content: diagnostics

## Session: refusals and log

## Command line

## Memo

memo-render-page = Pagina
memo-render-front = Voor het bestuur
memo-render-notice = Let op:
memo-render-grade = groepsscore
memo-render-step = { $number } op de schaal van 0 (niet doen) tot 3 (doen)
memo-render-no-step = Nog geen plaats op de schaal van 0 (niet doen) tot 3 (doen)
memo-render-lowest = niet doen
memo-render-highest = doen
memo-render-count = { $rating } gegeven door { $count }
memo-render-no-answers = geen scores

## Cards

cards-title = Kaarten: { $title }
cards-facilitator = Voor de gespreksleider
cards-how-print = Print enkelzijdig, op 100%, en knip elke pagina door op de stippellijn. Deze pagina hoort er niet bij.
cards-how-hand-out = Geef iedere deelnemer een eigen stapeltje. Naam of nummer en variant staan al op de kaarten; de ronde kruist ieder zelf aan.
cards-how-write = Iedereen schrijft alleen en in stilte. Niemand laat een kaart zien.
cards-how-collect = Haal één onderdeel tegelijk op. Typ niets in voordat de laatste kaart binnen is, en ga pas na de kaarten op tafel door naar het volgende onderdeel.
cards-how-letter = Voor de excuusbrief schrijft ieder eerst de kernzin; de notulist verwerkt die zinnen in de brief. Niemand kruist een antwoord aan voordat de voorzitter de brief hardop heeft voorgelezen.
cards-how-again = Deel voor ronde 2 nieuwe kaarten uit: print die pagina’s opnieuw.
cards-participant = Deelnemer
cards-round = Ronde
cards-service = De dienst zelf, los van de variant
cards-option = Variant { $id }: { $name }
cards-relationship = Relatie
cards-need = Klantbehoefte
cards-support = Maatschappelijk draagvlak
cards-apology = Excuusbrief
cards-think = Om over na te denken
cards-anchors = Kies de zin die het best past, dan zo nodig één hoger of lager
cards-score = Mijn score
cards-circle = omcirkel één getal
cards-no-basis = geen oordeel
cards-recused = doet niet mee (tegenstrijdig belang)
cards-reason = Waarom, in een paar woorden (mag, hoeft niet)
cards-sentence = Eerst: de kernzin van de brief. Maak een van de twee af.
cards-apologise = Wij bieden onze excuses aan voor
cards-explain = Wij leggen graag uit
cards-answer = Nadat de brief is voorgelezen: kruis één antwoord aan
cards-conditions = Bij het middelste antwoord: onder welke voorwaarden zijn excuses niet nodig?
cards-cut = hier knippen
