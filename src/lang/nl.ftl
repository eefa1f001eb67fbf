# Every word of the program in Dutch. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

assessment-relationship = relatie
assessment-need = klantbehoefte
assessment-support = maatschappelijk draagvlak
assessment-legal = juridische stand
assessment-apology = excuusbrieftoets
class-voluntary = vrij om te gaan
class-choice-limited = keuzebeperkt
class-captive = aangewezen op ons
level-weak = zwak
level-middle = midden
level-strong = sterk
verdict-do-not-proceed = Niet doen
verdict-redesign = Anders ontwerpen
verdict-proceed-with-conditions = Doen, mits
verdict-proceed = Doen
verdict-not-yet = Nog niet te zeggen
legal-open = open
legal-blocked = verboden
legal-fixable = zo niet toegestaan, een rechtmatig ontwerp bestaat
legal-conditional = toegestaan onder voorwaarden
legal-clear = toegestaan
apology-whole = voor het geheel
apology-how = voor de manier waarop
apology-none = geen excuus nodig
answer-abstain = geen oordeel
answer-recused = doet niet mee

## Content: diagnostics

## Session: refusals and log

session-file-header = Dear Customer-sessie. Het programma houdt dit bestand bij; een met de hand gewijzigde byte valt op.
session-tail-header = Een afgebroken wegschrijving. Er kunnen scores in staan die nog niet op tafel lagen; daarom is ze versleuteld met de sleutel van de sessie.
hint-did-you-mean = Bedoelde u ‘{ $near }’?
hint-one-of = Bekend zijn: { $list }.
refusal-unknown-participant = Niemand met de naam ‘{ $who }’ doet mee aan deze sessie.
refusal-unknown-option = Deze sessie heeft geen variant ‘{ $option }’.
refusal-revealed = Ronde { $round } van { $assessment }, variant { $option }, ligt al op tafel.
refusal-revealed-hint = Wat op tafel ligt, blijft staan. Opnieuw scoren kan in ronde 2.
refusal-revealed-hint-final = Wat op tafel ligt, blijft staan, en een derde ronde is er niet.
refusal-first-round-first = Ronde 1 van { $assessment }, variant { $option }, ligt nog niet op tafel.
refusal-first-round-first-hint = Leg eerst ronde 1 op tafel, of lever beide rondes samen in.
refusal-nothing-to-reveal = Voor { $assessment }, variant { $option }, is nog niets ingeleverd.
refusal-seal-broken = Een verzegelde score gaat niet open: in het bestand staat niet wat is ingeleverd.
refusal-nothing-handed-in = Er staat geen score in.
refusal-answer-does-not-fit = Dit is geen antwoord voor { $assessment }.
refusal-twice = { $who } staat er twee keer in voor { $assessment }, variant { $option }, ronde { $round }.
refusal-legal-source = Een juridische stand heeft een bron nodig.
refusal-legal-source-hint = Schrijf op waar die op rust: een naam met datum, een notitie, een wetsartikel. Zonder bron blijft de stand ‘open’.
refusal-next-option = De volgende variant is { $next }.
refusal-too-many-options = Een sessie heeft ten hoogste 26 varianten.
refusal-empty-text = Er staat geen tekst in.
refusal-nothing-to-undo = Er valt niets terug te nemen.
refusal-nothing-to-undo-hint = Wat is ingeleverd of op tafel ligt, blijft staan.
refusal-outdated = Er is intussen iets in de sessie veranderd.
refusal-outdated-hint = Bekijk de sessie zoals ze nu is en probeer het opnieuw.
refusal-not-yours = { $seat } kan alleen voor { $seat } inleveren.
refusal-service-ended = De sessie is gesloten.
refusal-decision-reason = Het besluit wijkt af van de uitkomst, en er staat geen reden bij.
refusal-decision-reason-hint = Schrijf in een of twee zinnen waarom het bestuur anders besluit. Het memo zet dat naast de uitkomst.
refusal-bug = Dit hoort niet te gebeuren: het is een fout in Dear Customer. Het sessiebestand is zoals het was.
notice-torn = De laatste { $bytes } bytes van het bestand komen van een afgebroken wegschrijving. Niets wat als bewaard gemeld was, ontbreekt.
notice-set-aside = De laatste { $bytes } bytes van het bestand kwamen van een afgebroken wegschrijving. Ze staan nu apart in { $path }; niets wat als bewaard gemeld was, ontbreekt.
notice-damaged = Het bestand is gewijzigd of beschadigd: gebeurtenis { $event }, vanaf regel { $line }, klopt niet met de hash. Alles daarvoor is heel en leesbaar.
notice-damaged-hint = Er wordt niets in gewijzigd. Zet een gave kopie terug en bewaar dit bestand apart.
notice-newer = De sessie is geschreven door een nieuwere versie van Dear Customer: vanaf gebeurtenis { $event } weet deze versie niet wat er staat.
notice-newer-hint = Installeer de nieuwste versie om ermee verder te gaan. Tot dan is de sessie alleen te lezen.
trouble-first-event = { $path } begint als een sessie, maar de eerste gebeurtenis is niet heel.
trouble-no-session = { $path } is geen sessie van Dear Customer.
trouble-no-session-hint = Een sessie eindigt op .session.toml en wordt gemaakt met ‘dear-customer new’.
trouble-exists = { $path } bestaat al en blijft zoals het is.
trouble-exists-hint = Kies een andere naam voor het nieuwe bestand.
trouble-locked = { $path } is open in een andere Dear Customer.
trouble-locked-hint = Sluit de sessie daar eerst. Tot dan kunt u haar hier lezen en exporteren, niet wijzigen.
trouble-not-found = { $path } is er niet.
trouble-not-found-hint = Controleer de naam en de map.
trouble-read-only = { $path } mag hier niet gelezen of geschreven worden.
trouble-read-only-hint = Er is niets gewijzigd. Kies een map waarin u mag schrijven, of vraag dat recht aan.
trouble-disk-full = { $path } kon niet worden geschreven: de schijf is vol.
trouble-disk-full-hint = Wat eerder is bewaard, staat er nog. Maak ruimte op de schijf en doe het opnieuw.
trouble-folder = { $path } is een map, geen bestand.
trouble-folder-hint = Noem een bestand in die map.
trouble-io = { $path } kon niet worden gelezen of geschreven ({ $what }).
trouble-io-hint = Wat eerder is bewaard, staat er nog. Controleer de schijf of de verbinding en doe het opnieuw.

## Command line

## Memo

## Cards
