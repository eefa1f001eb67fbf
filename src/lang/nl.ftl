# Every word of the program in Dutch. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

assessment-relationship = keuzevrijheid
assessment-need = klantbehoefte
assessment-support = maatschappelijk draagvlak
assessment-legal = juridische stand
assessment-apology = excuusbrieftoets
inside-relationship = de keuzevrijheid
inside-need = klantbehoefte
inside-support = maatschappelijk draagvlak
inside-legal = het recht
inside-apology = de brief
class-voluntary = vrij om te gaan
class-choice-limited = keuzebeperkt
class-captive = aangewezen op ons
level-weak = zwak
level-middle = matig
level-split = verdeeld
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
legal-short-open = open
legal-short-blocked = verboden
legal-short-fixable = niet zo
legal-short-conditional = onder voorwaarden
legal-short-clear = toegestaan
legal-clear = toegestaan
apology-whole = voor het geheel
apology-how = voor de manier waarop
apology-none = geen excuses nodig
answer-abstain = geen oordeel
answer-recused = doet niet mee

## Content: diagnostics

content-error = fout
content-help = oplossing
content-count =
    { $count ->
        [one] { $count } fout in { $path }
       *[other] { $count } fouten in { $path }
    }

content-english = Engelse
content-dutch = Nederlandse
content-a-text = een tekst tussen aanhalingstekens
content-a-pair = een tekst in beide talen
content-a-number = een geheel getal
content-a-fraction = een getal met decimalen
content-a-flag = true of false
content-a-date = een datum
content-a-list = een lijst
content-a-table = een groep sleutels

content-mean = bedoelt u `{ $word }`?
content-choose = kies uit: { $words }
content-add = voeg toe: { $line }
content-such-as = schrijf bijvoorbeeld: { $line }
content-pair-help = schrijf: { $line }; begin bij een eigen idee in één taal het bestand met `lang = "nl"`

content-not-text = dit bestand is geen tekst in UTF-8
content-not-text-help = is het wel een tekst, sla die dan opnieuw op met de codering UTF-8; andere soorten bestanden zijn hier niet te lezen
content-no-toml = dit is geen TOML-bestand
content-no-toml-help = een TOML-bestand heeft regels als `title = "…"`; de casussen onder `scenarios` laten zien hoe een heel bestand eruitziet
content-nothing = in dit bestand staat niets
content-no-kind = dit is geen casus en ook geen vragenlijst
content-no-scenario = dit is geen casus
content-no-instrument = dit is geen vragenlijst
content-kind-help = een casus heeft `people`, `[idea]` en `[[options]]`; een vragenlijst heeft `[policy]` en `[[assessments]]`
content-format = `format` moet 1 zijn
content-format-help = schrijf `format = 1`, of laat het weg
content-newer = dit bestand is gemaakt voor een nieuwere versie van Dear Customer (format { $format })
content-newer-help = werk het programma bij

content-syntax = dit is hier geen geldige TOML
content-syntax-help = een regel is `sleutel = waarde`, een kop als `[idea]`, of een opmerking na `#`
content-syntax-quote = deze tekst houdt niet op: er ontbreekt een aanhalingsteken, of er staat er een te veel
content-syntax-quote-help = sluit de tekst af met het teken waarmee die begint: `title = "…"`; schrijf een aanhalingsteken binnen een tekst als `\"`
content-syntax-control = hier staat een stuurteken, dat niet te zien is ({ $code })
content-syntax-twice = `{ $key }` staat hier voor de tweede keer
content-syntax-twice-help = laat een van de twee staan; onderdelen van een lijst beginnen elk met een eigen `[[…]]`
content-syntax-equals = hier ontbreekt een `=`
content-syntax-equals-help = schrijf `sleutel = waarde`, met `=` en niet met `:`
content-syntax-value = na de `=` staat niets
content-syntax-value-help = schrijf een waarde, of haal de regel weg
content-syntax-bare = dit is geen getal, geen datum en geen tekst tussen aanhalingstekens
content-syntax-bare-help = zet een tekst tussen rechte dubbele aanhalingstekens: `"…"`
content-syntax-number = dit is geen getal en geen datum
content-syntax-number-help = een getal ziet eruit als 2014, een datum als 2014-03-10; zet een tekst tussen dubbele aanhalingstekens
content-syntax-header = deze kop is niet afgesloten
content-syntax-header-help = sluit af met evenveel `]` als de `[` aan het begin: `[idea]`, `[[facts]]`
content-syntax-list = deze lijst is niet afgesloten
content-syntax-list-help = sluit de lijst af met `]`
content-syntax-braces = deze `{"{"}` is niet afgesloten
content-syntax-braces-help = sluit af met `{"}"}`, op dezelfde regel
content-syntax-comma = hier ontbreekt een komma, of er staat er een te veel
content-syntax-comma-help = zet één komma tussen twee waarden: `["…", "…"]`
content-syntax-more = op deze regel staat meer dan er hoort
content-syntax-more-help = schrijf één `sleutel = waarde` per regel; een opmerking begint met `#`
content-syntax-escape = deze `\` heeft hier geen betekenis
content-syntax-escape-help = schrijf een backslash als `\\`

content-missing = `{ $key }` ontbreekt in dit bestand
content-missing-in = `{ $key }` ontbreekt in `{ $table }`
content-unknown-key = de sleutel `{ $key }` hoort hier niet
content-type = `{ $key }` moet { $expected } zijn, en dit is { $found }
content-language = de { $language } tekst van `{ $key }` ontbreekt
content-empty = `{ $key }` is leeg
content-empty-help = schrijf een tekst: { $line }
content-none = `{ $key }` heeft ten minste één onderdeel nodig
content-long = deze tekst van `{ $key }` is langer dan { $max } tekens
content-long-help = maak de tekst korter
content-hidden = in deze tekst van `{ $key }` zit een teken dat niet kan blijven ({ $code }): het is onzichtbaar, een stuurteken, of een accent te veel
content-hidden-help = haal het weg, of typ de tekst opnieuw
content-placeholder = `{ $found }` is geen invulplek
content-placeholder-help = tussen accolades kunnen alleen `{"{"}people{"}"}` en `{"{"}People{"}"}` staan; de casus vult daar zijn eigen woord voor klanten in
content-word = `{ $word }` is geen woord voor `{ $key }`
content-stray = `{ $word }` hoort niet in `{ $key }`
content-range = `{ $key }` is { $found }; het moet van { $min } tot en met { $max } zijn
content-twice = `{ $id }` staat voor de tweede keer in `{ $key }`
content-lacks = in `{ $key }` ontbreekt: { $words }
content-order = `{ $key }` staan vanaf hier niet in de goede volgorde
content-order-help = deze allemaal, in deze volgorde: { $words }
content-id = `{ $id }` kan geen id zijn
content-id-help = gebruik kleine letters a–z, cijfers en streepjes, ten hoogste 60: `mijn-idee`
content-option-id = `{ $id }` kan niet de letter van een variant zijn
content-option-id-help = een variant heeft één kleine letter: `id = "a"`, daarna `id = "b"`
content-option-first = de eerste variant is `{ $id }`
content-option-first-help = begin met `id = "a"`, het idee zoals voorgesteld
content-country = `{ $found }` is geen landcode
content-country-help = schrijf twee hoofdletters: `country = "NL"`
content-day = `{ $found }` is niet te lezen als dag
content-day-help = schrijf jaar, maand en dag: { $line }
content-date = `{ $found }` is niet te lezen als datum
content-date-help = schrijf een jaar, een maand of een dag: "2014", "2014-03" of "2014-03-10"
content-twin = er is geen casus `{ $id }`
content-twin-help = `dear-customer scenarios list` toont de id's
content-twin-self = deze casus is geen tegenhanger van zichzelf
content-twin-self-help = noem hier de andere casus, of laat het weg: twins = []
content-twin-one-way = `{ $twin }` noemt op zijn beurt `{ $id }` niet als tegenhanger
content-twin-one-way-help = schrijf in { $path }: { $line }; of laat `{ $twin }` hier weg
content-later = deze tekst noemt { $year }, een jaar na de datum van het plan
content-later-help = zeg hier alleen wat bekend was op de datum van `as_of`; wat later kwam, hoort in [outcome]
content-named = deze tekst bevat { $name }, en die naam houdt de vermomming verborgen
content-named-help = zeg het zonder die naam; namen mogen staan in `title`, `organisation`, `source` en [outcome]
content-difference = `{ $id }` is geen tegenhanger van deze casus
content-difference-help = noem hem eerst als tegenhanger: { $line }
content-lang = `lang` is alleen voor een eigen idee, niet voor een casus met een afloop
content-lang-help = haal deze regel weg en schrijf elke tekst in beide talen
content-three = `{ $key }` moet drie getallen hebben, en het zijn er { $count }
content-agenda = de agenda telt op tot { $sum } minuten, niet tot { $minutes }
content-agenda-help = schrijf `minutes = { $sum }`, of pas de agenda aan
content-policy-cuts = de grenzen van de relatie kloppen niet: `choice_limited_from` moet 1 of hoger zijn, en `voluntary_from` daarboven, ten hoogste 10
content-policy-cuts-help = gebruikelijk zijn: `voluntary_from = 7`, `choice_limited_from = 4`
content-policy-lines = een lat en haar ondergrens kloppen niet: de ondergrens moet 1 of hoger zijn, de lat ten minste 2 daarboven, ten hoogste 9
content-policy-lines-help = gebruikelijk zijn: `bar = [6, 7, 8]`, `floor = [3, 4, 5]`
content-policy-order = minder keuze mag het niet makkelijker maken: geen getal van `bar`, `floor` of `apology_one_in` mag lager zijn dan het getal ervoor
content-policy-order-help = gebruikelijk zijn: `bar = [6, 7, 8]`, `floor = [3, 4, 5]`, `apology_one_in = [3, 4, 5]`
content-policy-shares = `quorum`, `split_one_in` en de getallen van `apology_one_in` moeten 1 of hoger zijn
content-policy-shares-help = gebruikelijk zijn: `quorum = 3`, `split_one_in = 3`, `apology_one_in = [3, 4, 5]`

content-taken = de id `{ $id }` hoort al bij { $path }
content-taken-built-in = de id `{ $id }` hoort al bij een ingebouwd bestand
content-taken-help = geef dit bestand een eigen id, zoals: id = "{ $id }"
content-no-such-scenario = er is geen casus `{ $id }`
content-no-such-instrument = er is geen vragenlijst `{ $id }`
content-unreadable = { $path } is niet te lezen
content-unreadable-absent = { $path } bestaat niet
content-unreadable-denied = u mag { $path } niet lezen: u hebt er geen rechten voor
content-unreadable-folder = { $path } is een map, geen bestand
content-unreadable-help = controleer de schijf of de verbinding, en probeer het opnieuw
content-unreadable-absent-help = controleer de naam en de map
content-unreadable-denied-help = vraag om leesrechten, of zet een kopie op een eigen plek
content-unreadable-folder-help = noem een bestand in die map

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
notice-torn = De laatste { $bytes } bytes van het bestand komen van een wegschrijving die is afgebroken.
notice-set-aside = De laatste { $bytes } bytes van het bestand kwamen van een wegschrijving die is afgebroken. Ze staan nu apart in { $path }.
notice-damaged = Het bestand is gewijzigd of beschadigd: gebeurtenis { $event }, vanaf regel { $line }, klopt niet met de hash. Alles daarvoor is heel en leesbaar.
notice-damaged-hint = Er wordt niets in gewijzigd. Zet een gave kopie terug en bewaar dit bestand apart.
notice-newer = De sessie is geschreven door een nieuwere versie van Dear Customer: vanaf gebeurtenis { $event } weet deze versie niet wat er staat.
notice-newer-all-hint = Installeer de nieuwste versie om haar te openen.
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

cli-bug = Dear Customer is gestopt door een eigen fout (bij { $place }). Wat als bewaard gemeld was, staat in het sessiebestand. Meld dit alstublieft.
cli-error = fout
cli-hint = wat te doen
cli-note = let op
cli-more = … en nog { $n }.
usage-hint = ‘dear-customer --help’ toont de opdrachten (in het Engels).
usage-hint-command = ‘dear-customer { $command } --help’ toont wat erbij hoort (in het Engels).
usage-unknown-command = Er is geen opdracht ‘{ $name }’.
usage-unknown-argument = ‘{ $arg }’ is hier niet bekend.
usage-missing = Dit ontbreekt: { $arg }
usage-missing-command = Er ontbreekt een opdracht.
usage-conflict = { $arg } en { $other } gaan niet samen.
usage-no-value = { $arg } heeft een waarde nodig.
usage-value = ‘{ $value }’ is geen waarde voor { $arg }.
usage-other = De opdracht is niet volledig.
output-is-session = { $path } is een sessie en blijft zoals het is.
output-is-session-hint = Kies een andere naam achter -o.
output-saved = Bewaard als { $path }.
new-made = { $file } is gemaakt.
new-what = { $title }. { $instrument }.
new-who = Deelnemers: { $list }
new-unnamed = In het memo staan P1, P2 enzovoort, geen namen. Bewaar deze lijst als u haar nodig hebt.
new-next = Hierna: dear-customer cards { $file } -o kaarten.html
new-id-taken = De bibliotheek heeft een andere casus met de id { $id }.
new-id-taken-hint = Geef uw bestand een eigen id: aan de id hangt wat er wordt verteld.
new-how-many = { $n } deelnemers gaat niet.
new-how-many-hint = Een sessie heeft 1 tot en met 99 deelnemers.
new-empty-name = Een van de namen is leeg.
new-names-hint = Schrijf namen met komma’s ertussen, ‘Anna, Bram’, of hoeveel het er zijn.
new-same-name = ‘{ $name }’ staat er twee keer in.
new-same-name-hint = Voeg een letter toe, zodat ze uit elkaar te houden zijn.
new-seat-name = ‘{ $name }’ is het nummer van een plaats, geen naam.
new-seat-name-hint = Schrijf bij deelnemers zonder naam hoeveel het er zijn.
import-revealed = { $n ->
        [one] Eén score ligt
       *[other] { $n } scores liggen
    } op tafel; bewaard als gebeurtenis { $event }.
import-incomplete = Ingeleverd voor { $assessment }, variant { $option }, ronde { $round }: { $n } van de { $all }. Die ronde is nu gesloten; de anderen tellen als ‘geen oordeel’.
import-sealed = { $n ->
        [one] Eén score is
       *[other] { $n } scores zijn
    } verzegeld ingeleverd; bewaard als gebeurtenis { $event }.
import-legal = { $n ->
        [one] Eén juridische stand is
       *[other] { $n } juridische standen zijn
    } gezet; bewaard als gebeurtenis { $event }.
import-not-text = Het bestand met scores is geen tekst in UTF-8.
import-not-text-hint = Kies in het rekenblad ‘Opslaan als’, ‘CSV UTF-8’.
import-broken-row = Hier begint een aanhalingsteken dat nergens wordt gesloten.
import-broken-row-hint = Sluit het aan het eind van de tekst, en verdubbel een aanhalingsteken midden in een tekst.
import-too-many = Regel { $line }: er zijn meer kolommen dan in de kop.
import-too-many-hint = Zet een reden met een komma erin tussen dubbele aanhalingstekens.
import-line = Regel { $line }: { $message }
import-unknown-column = Er is geen kolom ‘{ $name }’.
import-column-twice = De kolom ‘{ $name }’ staat er twee keer in.
import-missing-column = De kolom ‘{ $name }’ ontbreekt.
import-header-hint = De eerste regel moet zijn: option,round,participant,assessment,answer,reason
import-unknown-assessment = Er is geen onderdeel ‘{ $name }’.
import-legal-participant = Een juridische stand is geen score: er hoort geen deelnemer bij.
import-legal-participant-hint = Laat de kolom leeg; wie het zegt, hoort bij de reden.
import-legal-state = Dit is geen juridische stand.
import-legal-twice = De juridische stand van variant { $option } staat er twee keer in.
import-round = De ronde moet 1 of 2 zijn.
import-round-hint = 1 is vóór het gesprek, 2 erna. Een derde is er niet.
import-no-participant = De deelnemer ontbreekt.
import-no-participant-hint = Schrijf P1, P2 enzovoort, of de naam.
import-apology = Dit is geen antwoord op de { $assessment }.
import-apology-hint = Schrijf whole, how of none; of abstain of recused.
import-off-scale = { $answer } staat niet op de schaal van { $assessment }.
import-no-answer = Dit is geen antwoord op { $assessment }.
import-scale-hint = Schrijf een heel getal van 0 tot en met 10; of abstain of recused.
import-twice-hint = Het staat ook op regel { $line }. Houd een van de twee.
export-ending = Aan { $path } is niet te zien welk formaat u wilt.
export-ending-hint = Laat het eindigen op { $list }, of voeg --format toe.
export-no-pdf = Deze versie van Dear Customer is gebouwd zonder PDF.
export-no-pdf-hint = Druk de HTML af, of bouw met `cargo build --release --features pdf`.
pdf-failed = De PDF is niet gemaakt, door een fout in Dear Customer: { $why }
pdf-failed-hint = Druk in plaats daarvan de HTML af, en meld dit alstublieft.
export-not-text = Een .{ $ending } is geen tekst die een terminal kan tonen.
export-not-text-hint = Schrijf het naar een bestand, bijvoorbeeld -o memo.{ $ending }.
verify-whole = { $file } is heel en ongewijzigd: { $n ->
        [one] één gebeurtenis
       *[other] { $n } gebeurtenissen
    }.
verify-fingerprint = Vingerafdruk: { $fingerprint }
verify-torn-hint = De volgende opdracht die in de sessie schrijft, zet deze bytes apart en gaat verder.
belongs-now = { $file } is het memo van deze sessie zoals zij nu is (gebeurtenis { $event }).
belongs-earlier = { $file } is ongewijzigd, en is het memo van deze sessie zoals zij eerder was: gebeurtenis { $event } van { $last }. Iets van wat erin staat, is sindsdien veranderd.
belongs-saved-anew = { $file } is opgeslagen door een ander programma. De woorden zijn die van gebeurtenis { $event } van deze sessie; de opmaak is niet vergeleken.
belongs-altered = { $file } is veranderd: het noemt gebeurtenis { $event } van deze sessie, maar zegt niet wat de sessie toen zei.
belongs-altered-line = { $file } is veranderd: het noemt gebeurtenis { $event } van deze sessie, maar zegt niet wat de sessie toen zei. Het eerste verschil staat op regel { $line }.
belongs-altered-hint = Exporteer het memo opnieuw om het te krijgen zoals het is vastgelegd.
belongs-version = { $file } is geschreven door versie { $version } van Dear Customer, uit gebeurtenis { $event } van deze sessie; deze versie kan het anders zeggen.
belongs-version-hint = Dit is versie { $version }. Controleer het memo met de versie die het schreef, of exporteer het opnieuw.
belongs-foreign = { $file } draagt geen vingerafdruk van deze sessie: het is het memo van een andere, of de vingerafdruk is veranderd.
belongs-foreign-hint = De laatste bijlage van een memo noemt de id van de sessie en de vingerafdruk.
belongs-unwritten = Deze versie van Dear Customer is gebouwd zonder PDF, en kan er dus geen controleren.
belongs-unwritten-hint = Bouw met `cargo build --release --features pdf`, of controleer een memo in een ander formaat.
belongs-unknown = { $file } is geen memo dat te controleren is.
belongs-unknown-hint = Een memo in Markdown, HTML, DOCX, PDF of JSON draagt een vingerafdruk; CSV niet.
check-nothing = In { $path } staat geen .toml-bestand.
check-nothing-hint = Noem een bestand, of een map met casussen of instrumenten.
check-fine = { $n ->
        [one] Eén bestand
       *[other] { $n } bestanden
    } gecontroleerd: geen fouten.
check-session = { $path }: { $message }
show-idea = Het idee
show-options = Varianten
show-legal = Juridische stand op dat moment
show-stakeholders = Wie er belang bij heeft
show-twins = Tegenhangers: hetzelfde idee, een andere afloop
template-ending = { $path } is geen naam voor het bestand van een casus.
template-ending-hint = Laat de naam eindigen op .toml: { $name }. Wat eindigt op .session.toml, is een sessie.
template-check = Vul in wat tussen de aanhalingstekens hoort. Wat er nog ontbreekt: dear-customer check { $file }
template-new = Hierna: dear-customer new NAAM.session.toml --idea { $file }
template-folder = Of bewaar het in een map met andere, voeg --scenarios MAP toe, en noem het bij zijn id zoals de ingebouwde.
handout-as-of = zoals bekend vóór { $date }
handout-foot = Dear Customer · om vooraf te lezen
handout-think = Om vooraf over na te denken
handout-need = Hoeveel { $people } zouden hier zelf voor kiezen, en hoe weet u dat?
handout-support = Wat zouden mensen zeggen die er buiten staan: in de krant, in de Tweede Kamer, op een verjaardag?
handout-letter = Stel dat u hierover over een jaar alle { $people } een brief moet schrijven. Waarvoor zou u excuses maken, en wat zou u met een gerust hart kunnen uitleggen?
handout-afterwards = Wat hier staat, is zo gebeurd of was zo gepland. Hoe het verderging, hoort u na afloop; zoek het alstublieft niet op.
handout-no-disguise = { $id } heeft geen vermomming, dus de namen zijn niet te verbergen.
handout-no-disguise-hint = Laat --disguised weg, of zet [disguise] in het bestand, met title, organisation en hides.
handout-ending-hint = Laat het eindigen op .md of .html, of voeg --format toe.
show-outcome = Wat er gebeurde
show-apology = De excuses
show-lessons = Lessen
show-sources = Bronnen
show-outcome-hidden = Wat er echt gebeurde, staat hier niet bij. ‘dear-customer scenarios show { $id } --outcome’ toont het.
idea-data = Gegevens
idea-about = Over wie
idea-purpose = Waarvoor
idea-payer = Wie betaalt
idea-gains = Wie eraan verdient
idea-returns = Wat de klant ervoor terugkrijgt
idea-revenue = Opbrengst per jaar
idea-cost-of-not = Wat het kost om het niet te doen
idea-consent = Toestemming

## Memo

decision-not-now = Nu niet
evidence-none = geen
evidence-claim = bewering
evidence-data = gegevens
evidence-tested = getest
verdict-incomplete = Nog geen uitkomst
verdict-if-counsel = { $verdict }, als de jurist instemt
verdict-quoted = ‘{ $verdict }’
verdict-between = tussen ‘{ $low }’ en ‘{ $high }’
open-legal = de juridische stand is open
open-no-quorum = te weinig mensen gaven een antwoord op { $assessment }
open-split = de groep is verdeeld over { $assessment }
ground-incomplete = Nog niet op tafel: { $missing }.
ground-range = { $range }. Het hangt hiervan af: { $open }.
ground-blocked = Het is zo verboden, en geen score maakt dat goed.
ground-whole = { $n ->
        [1] Het enige antwoord biedt excuses aan voor het geheel, en dat sluit het uit.
       *[other] { $whole } van de { $n } { $whole ->
            [one] zou
           *[other] zouden
        } excuses aanbieden voor het geheel. De helft van de groep is genoeg om het uit te sluiten.
    }
ground-open-anyhow = Er staat iets open ({ $open }), maar hoe dat ook uitvalt, de uitkomst blijft ‘{ $verdict }’.
ground-levels = Klantbehoefte is { $need } en maatschappelijk draagvlak is { $support }
ground-core = { $levels }: volgens de regels geeft dat ‘{ $verdict }’.
ground-apology = { $levels }, maar { $whole } van de { $n } { $whole ->
        [one] zou
       *[other] zouden
    } excuses aanbieden voor het geheel en { $how } voor de manier waarop: dat houdt het op ‘{ $verdict }’.
ground-apology-how = { $levels }, maar { $n ->
        [1] het enige antwoord biedt excuses aan
       *[other] { $how } van de { $n } { $how ->
            [one] zou
           *[other] zouden
        } excuses aanbieden
    } voor de manier waarop: dat houdt het op ‘{ $verdict }’.
ground-apology-whole = { $levels }, maar { $whole } van de { $n } { $whole ->
        [one] zou
       *[other] zouden
    } excuses aanbieden voor het geheel: dat houdt het op ‘{ $verdict }’.
ground-legal = { $levels }, maar de juridische stand ({ $state }) laat niet meer toe dan ‘{ $verdict }’.
level-at-weak = zwak ({ $grade }, onder de ondergrens van { $floor })
level-at-middle = matig ({ $grade }, onder de lat van { $bar })
level-at-strong = sterk ({ $grade }, de lat ligt op { $bar })
level-none = geen groepsscore
shifted = Met elke lat een punt lager: { $lower }. Een punt hoger: { $higher }.
shifted-same-range = Met elke lat een punt lager of hoger blijft de marge gelijk.
shifted-same = Met elke lat een punt lager of hoger blijft de uitkomst gelijk.
agreement-nobody = niemand gaf een score
agreement-all = { $n ->
        [1] een enkele score, { $grade }
        [2] beiden gaven { $grade }
       *[other] alle { $n } gaven { $grade }
    }
agreement-all-within = { $n ->
        [2] beiden binnen één punt van { $grade }
       *[other] alle { $n } binnen één punt van { $grade }
    }
agreement-same = { $n ->
        [1] dat was { $score }
        [2] beiden gaven { $score }
       *[other] allen gaven { $score }
    }
agreement-ends = laagste { $lowest }, hoogste { $highest }
agreement-abstained = { $abstained } geen oordeel
agreement-recused = { $recused } { $recused ->
        [one] doet
       *[other] doen
    } niet mee
agreement-within = { $within } van de { $n } binnen één punt van { $grade }
agreement-no-quorum = Slechts { $n } van de { $eligible } { $n ->
        [one] gaf
       *[other] gaven
    } een score: te weinig voor een groepsscore
split-line = Verdeeld: { $below } van de { $n } onder { $floor }, de ondergrens; { $above } van de { $n } op of boven { $bar }, de lat.
split-relationship = Verdeeld: { $below } van de { $n } onder { $floor }, { $above } van de { $n } op { $bar } of hoger.
apology-counts = excuses voor het geheel: { $whole }, voor de manier waarop: { $how }, niet nodig: { $none }
advice-strong-strong = Klanten willen het en de samenleving accepteert het. Doe het, en blijf volgen of beide waar blijven.
advice-strong-middle = Klanten willen het, de samenleving is nog niet overtuigd. Begin klein, leg het in het openbaar uit en stel voorwaarden.
advice-strong-weak = Klanten willen het, de samenleving nog niet. Bouw eerst draagvlak op, of wacht.
advice-middle-strong = De samenleving accepteert het, maar te weinig klanten zouden ervoor kiezen. Maak het meer waard voor hen voordat het breed gaat.
advice-middle-middle = Klanten noch samenleving zijn ervoor gewonnen. Ontwerp het opnieuw rond wat klanten vragen, en toets dat.
advice-middle-weak = Sommige klanten willen het misschien, de samenleving wijst het af. Laat het, of kom terug met een ander idee.
advice-weak-strong = De samenleving zou het accepteren, maar klanten vragen er niet om. Zoek eerst de behoefte, bouw daarna pas.
advice-weak-middle = Klanten vragen er niet om en de samenleving haalt de schouders op. Zo is er geen reden om het te doen.
advice-weak-weak = Klanten vragen er niet om en de samenleving wijst het af. Dit is de brief die u zou moeten schrijven.
cut-voluntary = { $from } of hoger
cut-choice-limited = { $from } tot en met { $to }
cut-captive = { $to } of lager
word-floor = ondergrens
word-bar = lat
memo-title = Besluitmemo · { $title }
memo-option = Variant { $id }: { $name }
memo-footer = Dear Customer { $version } · gebeurtenis { $event } · vingerafdruk { $hash }
memo-example = Uitgewerkt voorbeeld. De scores en redenen in dit memo zijn verzonnen om te laten zien hoe een memo eruitziet. Ze zijn van niemand en zeggen niets over de genoemde organisatie.
memo-solo = Solo: de voorbereiding van één persoon, geen oordeel van een groep.
memo-pair = Duo: de kijk van twee mensen, geen oordeel van een groep.
memo-idea = Het idee
memo-verdict-label = Uitkomst volgens de regels · { $option }
memo-options = De varianten naast elkaar
memo-column-option = Variant
memo-column-verdict = Uitkomst
memo-column-apology = Excuses: geheel / manier / geen
memo-column-legal = Recht
strip-label = { $label }: { $says }
memo-not-rated = nog niet op tafel
memo-with-source = { $what } ({ $source })
memo-sources-later = De bronnen volgen achteraf, met de afloop.
memo-depends = Het hangt af van
memo-open = Nog open
memo-open-anyhow = { $open }. Hoe dat ook uitvalt, de uitkomst blijft gelijk.
memo-bars = Als de lat verschuift
memo-others = { $n ->
        [1] De andere variant
       *[other] De andere varianten
    }
memo-advice = Advies
memo-evidence = Onderbouwing
memo-on-a-claim = { $list } { $n ->
        [one] rust
       *[other] rusten
    } alleen op een bewering, of op minder.
memo-scores = De groepsscores, van 0 tot en met 10
memo-rests = Waar het op rust, en hoe dichtbij een andere uitkomst is
memo-afterwards = Wanneer het bestuur stopt, en wanneer het opnieuw kijkt
memo-condition = Voorwaarde
memo-decision = Het besluit van het bestuur
memo-decided-on = { " " }(variant { $option }), op { $date }
memo-differs = Wijkt af van de uitkomst
memo-differs-why = Volgens de regels: { $verdict }. De reden van het bestuur: { $reason }
memo-reason = Reden
memo-review = Herzieningsdatum
memo-signed = . Ondertekend door { $names }.
memo-at-date = { $text } — te bekijken op { $date }
memo-by-date = Uiterlijk
memo-owner = Eigenaar
memo-conditions = Voorwaarden
memo-kill = Stopcriteria: wij stoppen als
memo-watch-not-now = Signalen die het weer openen
memo-watch = Wat wij volgen
memo-dissent = Minderheidsstandpunten
memo-undecided = Er is nog geen besluit vastgelegd. Het hoort hier, met de voorwaarden, wat het bestuur doet stoppen en de datum waarop het opnieuw kijkt.
memo-proposed = Voorwaarden die de groep voorstelt
memo-propose-test = Een toets van { $assessment }: die rust alleen op een bewering.
memo-would-help = Waardoor klanten dit zouden willen: { $what }
annex-title = Bijlage { $letter }. { $title }
annex-arithmetic = Van de scores naar de uitkomst
annex-change = Wat de uitkomst zou veranderen
annex-rounds = Beide rondes, en hoe eensgezind de groep is
annex-evidence = Onderbouwing en bronnen
annex-legal = Juridische stand en vragen voor de jurist
annex-letter = De excuusbrief
annex-options = De varianten naast elkaar
annex-policy = Geldend beleid
annex-method = De methode en haar grenzen
annex-fingerprint = Vingerafdruk van de sessie
arithmetic-intro = Elke stap is met potlood na te rekenen. De groepsscore is de hoogste score die meer dan de helft van de groep haalde: zet de scores op volgorde en neem de middelste, of de laagste van de twee middelste.
arithmetic-first-round = Na ronde 1, vóór het gesprek: { $verdict }. { $ground }
step-not-rated = { $name }: ligt nog niet op tafel.
step-all-recused = { $name }: niemand doet hieraan mee. Er is geen groepsscore, en hier blijft elke uitkomst mogelijk.
step-no-quorum = { $name }: { $n } van de { $eligible } { $n ->
        [one] gaf
       *[other] gaven
    } een antwoord. Dat is te weinig: er is geen groepsscore, en hier blijft elke uitkomst mogelijk.
step-grade = { $name }: op volgorde { $sorted }. Nummer { $rank } van de { $n } is { $grade }: de groepsscore.
step-class = { $line } Bij { $cut } zijn mensen ‘{ $class }’. De lat ligt dan op { $bar } en de ondergrens op { $floor }.
step-below-floor = onder de ondergrens van { $floor }
step-between = op of boven de ondergrens van { $floor }, onder de lat van { $bar }
step-at-bar = op of boven de lat van { $bar }
step-level = { $line } Dat is { $comparison }: { $level } ({ $number } op een schaal van 0 tot 2). Afstand tot de lat, in punten: { $headroom }.
step-core = Behoefte en draagvlak samen: { $need } + { $support } − 1, maar nooit onder 0, is { $number } op de schaal van uitkomsten van 0 tot 3: ‘{ $verdict }’.
step-apology-whole = Excuusbrieftoets: { $counts }. { $whole } van de { $n } is de helft van de groep of meer: geen uitkomst boven 0, ‘niet doen’.
step-apology-no-class = Excuusbrieftoets: { $counts }. Hoeveel er genoeg zijn om de uitkomst laag te houden, hangt af van de keuzevrijheid, en die heeft geen groepsscore.
step-apology = Excuusbrieftoets: { $counts }. Eén op de { $share } is genoeg om de uitkomst laag te houden; van { $n } is dat, naar boven afgerond, { $rank }. Nummer { $rank }, geteld vanaf het slechtste antwoord, zegt ‘{ $answer }’: geen uitkomst boven { $number }, ‘{ $verdict }’.
step-legal-open = Juridische stand: open. Alles van 0 tot 3 is hier nog mogelijk.
step-legal = Juridische stand: { $state }. Geen uitkomst boven { $number }, ‘{ $verdict }’.
step-point = De laagste van { $core }, { $apology } en { $legal } is { $number }: ‘{ $verdict }’.
step-closed = Er staat niets open. De uitkomst: { $verdict }.
step-open-same = Open: { $open }. Hoe dat ook uitvalt, de uitkomst blijft: { $verdict }.
step-open-range = Open: { $open }. Over alle manieren waarop dat kan uitvallen is de laagste uitkomst ‘{ $low }’ en de hoogste ‘{ $high }’. Dus: { $verdict }.
grid-caption = Wat behoefte en draagvlak samen geven, vóór de excuusbrieftoets en het recht
grid-before = vóór de brief en het recht
grid-here = hier
moves-label = { $name }, van ronde 1 naar ronde 2
moves-words = { $n ->
        [1] Eén persoon scoorde twee keer
       *[other] { $n } mensen scoorden twee keer
    }: { $up } hoger, { $down } lager, { $same } hetzelfde.
moves-grade = Groepsscore eerst { $before }, daarna { $after }.
rounds-intro = In elke ronde scoorde ieder voor zich. Wat gegeven is, blijft staan: een tweede ronde staat naast de eerste en vervangt haar niet. Overeenstemming is de A van Van der Eijk: 1 als allen hetzelfde gaven, 0 als de scores gelijk gespreid zijn, −1 bij twee kampen aan de uiteinden.
rounds-carried = { $name }: overgenomen van variant { $option }; het gaat over de dienst, niet over het idee.
rounds-participant = Deelnemer
rounds-round = Ronde { $round }
rounds-reason = Reden
rounds-agreement = Overeenstemming: { $a }, op de schaal van −1 tot 1.
evidence-place = Variant { $option }, { $assessment }
evidence-ungraded = De groep heeft de onderbouwing niet gewogen.
evidence-graded = Onderbouwing zoals de groep die woog: geen, bewering, gegevens of getest
evidence-what = Over
evidence-grade = Onderbouwing
evidence-source = Bron
evidence-would-help = Waardoor klanten het zouden willen
evidence-notes = Aantekeningen
evidence-facts = Wat bekend was
legal-set = Stand in deze sessie
legal-proposed = Voorstel bij de casus
legal-proposed-why = { $state }. { $why }
legal-questions = Vragen voor de jurist bij deze variant
legal-instrument = Vragen voor de jurist bij elk idee van deze soort
legal-no-advice = De juridische stand wordt door één met naam genoemde eigenaar gezet, met een bron, en nooit in stemming gebracht. Dit memo geeft geen juridisch advies.
letter-intro = Vooraf geschreven en een jaar vooruit gedateerd: als dit misging, wat zouden wij dan moeten schrijven? En welke van deze zinnen kunnen wij vandaag al zeggen?
letter-draft = Een concept uit de feiten van de sessie en de zinnen van de groep. Het is niet voorgelezen en niet vastgesteld.
letter-sentences = Ieders zin
letter-place = { $organisation }, { $date }
letter-dear = Beste { $people },
letter-did = Een jaar geleden zijn wij hiermee begonnen. { $what }
letter-no-sentence = [De groep schreef geen zin.]
letter-change = [Waarmee wij stoppen, wat wij herstellen, en wanneer.]
letter-close = Namens { $organisation }
options-invented = { $summary } (Bedacht voor deze werksessie; het hoort niet bij wat er is gebeurd.)
options-lower = Lat één lager
options-higher = Lat één hoger
options-headroom = De uitkomst met de lat zoals hij ligt en een punt verschoven, en de afstand van de groepsscores tot de lat, in punten
options-ranking = Volgorde, beste eerst: { $order }. Eerst op uitkomst, dan op de laagste van de twee afstanden tot de lat, dan op de hoogste.
options-tie = { $options } (gelijk)
policy-intro = Versie { $version } van het beleid, uit het instrument ‘{ $instrument }’. Hoe minder keus mensen hebben, hoe meer er nodig is.
policy-caption = Wat geldt bij elke soort relatie
policy-score = Groepsscore
policy-apology = Aandeel dat de uitkomst laag houdt
policy-one-in = één op de { $n }
policy-quorum = Een onderdeel telt als ten minste { $quorum } mensen, of iedereen als het er minder zijn, en meer dan de helft van wie eraan meedoet een antwoord gaf.
policy-whole = De helft of meer van de antwoorden ‘voor het geheel’ laat geen uitkomst boven ‘niet doen’ toe; anders is het aandeel hierboven, naar boven afgerond, genoeg om de uitkomst laag te houden.
policy-split-grades = Is de groep verdeeld, dan wordt de uitkomst berekend met de score waarbij het ene kamp vol is, van onderaf geteld, en met die van bovenaf geteld; bij verdeeldheid over de keuzevrijheid blijft elke soort relatie mogelijk.
policy-split = De groep is verdeeld als ongeveer één op de { $share } onder de ondergrens staat en evenveel op of boven de lat: bij n antwoorden n plus 1 gedeeld door { $share }, naar beneden afgerond.
method-private = Ieder scoort voor zich; alle kaarten gaan tegelijk op tafel; de groep praat; waar het ertoe doet, scoort ieder nog één keer voor zich. Een derde ronde is er niet.
method-grade = Een groepsscore is nooit een gemiddelde: het is de hoogste score die meer dan de helft van de groep haalde.
method-levels = Behoefte en draagvlak moeten het idee samen dragen; het een compenseert het ander niet.
method-caps = De excuusbrieftoets en het recht kunnen de uitkomst alleen laag houden, nooit verhogen.
method-open = Wat openstaat, wordt doorgerekend op elke manier waarop het kan uitvallen. Alleen waar de uitkomst zou verschillen, is die ‘nog niet te zeggen’.
method-near = Hoe dichtbij een andere uitkomst is: het kleinste aantal antwoorden dat anders zou moeten zijn, met elke groepsscore zoals zij is, afgezien van verdeeldheid, en met het recht zoals het is.
method-robust = Hoeveel ervan afhangt wie erbij was: uit de mensen die in ronde 1 scoorden worden { $draws } groepen van dezelfde grootte geloot, met teruglegging, en volgens dezelfde regels beoordeeld. Ronde 2 zou flatteren, want praten maakt eensgezinder. Bij minder dan tien mensen wordt geen aandeel hoger afgedrukt dan 95%.
method-limits = Grenzen
method-conventions = Lat, ondergrens en aandelen zijn afspraken van dit instrument. Geen ervan is empirisch gevalideerd.
method-no-advice = Het memo geeft geen juridisch advies en neemt geen besluit. Het besluit is aan het bestuur; waar het afwijkt van de uitkomst, staat de reden erbij.
method-room = De scores zijn van de mensen aan tafel. Zij schatten wat klanten en samenleving vinden; een toets bij klanten is meer waard.
method-sources = Voor zich scoren, praten en opnieuw scoren: Rowe en Wright 1999; Kahneman, Lovallo en Sibony 2019. Groepsscore: Balinski en Laraki 2007. Tabel van behoefte en draagvlak: naar DEX van Bohanec. Plafonds: het veto van ELECTRE. Verdeeldheid: naar de RAND/UCLA-panels. Overeenstemming: Van der Eijk 2001. De brief vooraf: de premortem van Klein, 2007.
fingerprint-intro = Dit memo is opnieuw te maken uit het sessiebestand, byte voor byte, zolang het bestand is zoals het was.
fingerprint-event = Laatste gebeurtenis
fingerprint-hash = De hash ervan (SHA-256)
fingerprint-session = Sessie
fingerprint-made = Sessie gemaakt op
fingerprint-scenario = Casus
fingerprint-instrument = Instrument
memo-render-page = Pagina
memo-render-front = Voor het bestuur
memo-render-notice = Let op:
memo-render-grade = groepsscore
memo-render-step = { $number } op de schaal van 0 (niet doen) tot 3 (doen)
memo-render-no-step = Nog geen plaats op de schaal van 0 (niet doen) tot 3 (doen)
memo-render-lowest = niet doen
memo-render-highest = doen
memo-render-count = { $rating } gegeven door { $count }
memo-render-move = { $from } naar { $to }: { $count ->
        [1] één score
       *[other] { $count } scores
    }
memo-render-no-answers = geen scores
memo-render-missing = Tekens die in de lettertypen van dit bestand ontbreken, staan er als □; de HTML heeft ze wel.
style-front-heading = Kop op pagina één
style-notice = Let op
style-letter-head = Briefhoofd
style-letter-text = Brieftekst
style-colophon = Colofon
style-verdict-label = Uitkomst: opschrift
style-verdict = Uitkomst
style-scores-label = Scores: opschrift
style-scores-words = Scores in woorden
style-grade = Groepsscore
style-small = Kleine letters
style-picture = Afbeelding
style-picture-text = Woorden in een afbeelding
style-table-text = Tabeltekst
style-table-head = Tabelkop
style-table-number = Tabelgetal
style-table-label = Tabelopschrift
style-gap = Ruimte tussen tabellen
style-memo-table = Memotabel
style-memo-labels = Memo-opschriften
style-memo-grid = Memoraster

memo-participants = { $n ->
        [1] één deelnemer (P1)
        [2] twee deelnemers (P1 en P2)
       *[other] { $n } deelnemers (P1 tot en met P{ $n })
    }


letter-how = Wij bieden onze excuses aan voor de manier waarop wij dit hebben gedaan.
letter-missing = Dit had eerst geregeld moeten zijn, in de woorden van de groep:

evidence-idea = Het idee op een kaart

## What would change it

change-from-to = van { $from } naar { $to }
band-answer = ‘{ $answer }’
band-below = lager dan { $t }
band-from = { $t } of hoger
band-two = { $low } of { $high }
band-three = { $low }, { $middle } of { $high }
band-many = { $low } tot en met { $high }
change-on = { $n ->
        [1] één persoon
        [2] twee mensen
        [3] drie mensen
        [4] vier mensen
        [5] vijf mensen
       *[other] { $n } mensen
    } bij { $assessment }, { $change }
change-more = { $n ->
        [1] één
        [2] twee
        [3] drie
        [4] vier
        [5] vijf
       *[other] { $n }
    } { $change }
change-alone = het antwoord bij { $assessment }, { $change }
change-and = ; en{" "}
flip-nearest = Voor ‘{ $verdict }’ { $n ->
        [1] is één ander antwoord
        [2] zijn twee andere antwoorden
        [3] zijn drie andere antwoorden
        [4] zijn vier andere antwoorden
        [5] zijn vijf andere antwoorden
       *[other] zijn { $n } andere antwoorden
    } nodig{ $more ->
        [0] :
       *[other] , bijvoorbeeld
    } { $way }.
flip-kept = {" "}Er zou dan ‘nog niet te zeggen’ staan: de groep is dan verdeeld.
flip-depends = {" "}Of er dan ‘nog niet te zeggen’ staat, door verdeeldheid, hangt ervan af wie verandert.
flip-point = Afgezien van de verdeeldheid geven de groepsscores ‘{ $verdict }’.
flip-none = Hoe dichtbij een andere uitkomst is, valt niet te zeggen: { $open }.
flip-only = Bij deze juridische stand is geen andere uitkomst mogelijk.
flip-caption = Hoeveel antwoorden er anders zouden moeten zijn
flip-ruled-out = boven juridisch plafond
flip-here = zoals het nu is
flip-here-split = volgens de groepsscores
flip-distance = { $n ->
        [one] { $n } antwoord
       *[other] { $n } antwoorden
    }
flip-others = {" "}Andere manieren kosten er even weinig.
share-above = meer dan { $n }%
share-below = minder dan { $n }%
robust-few = { $n ->
        [1] Eén persoon is te weinig om andere groepen uit te loten.
       *[other] Twee mensen zijn te weinig om andere groepen uit te loten.
    }
robust-first = komt { $share } uit op { $verdict }
robust-next = { $share } op { $verdict }
robust-rare = { $n ->
        [one] { $share } op { $verdicts }
       *[other] telkens { $share } op { $verdicts }
    }
robust-says = Van de groepen zoals deze { $list }.
robust-never = geen enkele keer
robust-caption = Groepen zoals deze: hoe vaak elke uitkomst voorkomt
robust-blocked = Wie hier ook zit: bij deze juridische stand is het ‘niet doen’.
robust-open = Zolang de juridische stand open is, komt geen enkele groep tot een uitkomst.
robust-capped = { $how } Bij minder dan tien mensen wordt nooit meer dan 95% gegeven.
robust-how = { $draws } keer geloot uit de { $n } mensen in deze groep, met hun scores uit ronde 1; elke keer telt de een vaker mee en de ander niet (startgetal { $seed }). Het zegt hoeveel ervan afhangt wie hier toevallig zat, en niets over de wereld daarbuiten.
left-out-none = Wie van de { $n } u ook weglaat, de uitkomst blijft gelijk.
left-out-all = Wie van de { $n } u ook weglaat, de uitkomst verandert.
left-out-some = Laat één persoon weg: bij { $differ } van de { $n } verandert de uitkomst, bij de overigen blijft zij gelijk.
alone-caption = Wat elk onderdeel alleen kan doen: de uitkomst als iedereen het laagste antwoord uit de groep had gegeven, of het hoogste
alone-none = Geen onderdeel kan het alleen veranderen: had iedereen het laagste antwoord uit de groep gegeven, of het hoogste, dan bleef de uitkomst gelijk.
alone-assessment = Onderdeel
alone-lowest = Bij het laagste
alone-highest = Bij het hoogste
alone-cell = { $answer }: { $verdict }
bars-caption = De uitkomst met elke lat een punt lager en een punt hoger
bars-same = Lat zoals hij ligt
again-no = Opnieuw scoren hoeft niet: niet verdeeld, en één antwoord geeft niet de doorslag.
again-no-class = Of opnieuw scoren de moeite waard is, valt niet te zeggen: de keuzevrijheid heeft geen groepsscore.
again-few = Te weinig mensen gaven een antwoord; na het gesprek kan opnieuw scoren een groepsscore geven.
again-yes = Opnieuw scoren is de moeite waard: { $why }.
again-aside = , afgezien van verdeeldheid
again-split = de groep is verdeeld
again-verdict = gaat één persoon { $change }, dan wordt de uitkomst ‘{ $verdict }’{ $aside }
again-level = gaat één persoon { $change }, dan wordt de groepsscore ‘{ $reading }’
again-class = gaat één persoon { $change }, dan gelden mensen als ‘{ $reading }’
again-quorum = te weinig mensen gaven een antwoord
again-cap = gaat één persoon { $change }, dan laat de brief niet meer toe dan ‘{ $verdict }’
again-named = { $name } ({ $why })
differ-begin = Over { $assessment } lopen de meningen het meest uiteen: begin daar.
room-words = { $side ->
        [below] { $n ->
            [one] { $n } punt onder de lat
           *[other] { $n } punten onder de lat
        }
        [above] { $n ->
            [one] { $n } punt boven de lat
           *[other] { $n } punten boven de lat
        }
       *[at] op de lat
    }
better-option = { $n ->
        [one] variant { $options }
       *[other] varianten { $options }
    }
better-verdict = { $n ->
        [one] { $one } is
       *[other] { $one } zijn
    } beter dan { $other }: de uitkomst is { $first }, die van { $other } { $second }.
better-lower = { $n ->
        [one] { $one } ligt
       *[other] { $one } liggen
    } voor op { $other }: dezelfde uitkomst, { $verdict }, maar de laagste van behoefte en draagvlak ligt { $first }, die van { $other } { $second }.
better-higher = { $n ->
        [one] { $one } ligt
       *[other] { $one } liggen
    } voor op { $other }: dezelfde uitkomst, { $verdict }, en de laagste van behoefte en draagvlak even ver van de lat, maar de hoogste ligt { $first }, die van { $other } { $second }.
better-score = { $n ->
        [one] { $one } ligt
       *[other] { $one } liggen
    } voor op { $other }: dezelfde uitkomst, { $verdict }, maar { $other } mist een groepsscore.
better-tie-none = { $options } zijn gelijk: dezelfde uitkomst, en geen groepsscores om ze te onderscheiden.
better-missing = { $options }: nog geen uitkomst, dus nog niets te vergelijken.
better-tie = { $options } zijn gelijk: dezelfde uitkomst, en behoefte en draagvlak even ver van de lat.
rests-class = { $grade } ({ $cut }): { $class }; lat { $bar }, ondergrens { $floor }
rests-weak = { $grade } < ondergrens { $floor }: { $level }
rests-middle = { $grade } < lat { $bar }, ≥ ondergrens { $floor }: { $level }
rests-strong = { $grade } ≥ lat { $bar }: { $level }
rests-split = { $line }; verdeeld: { $below } van de { $n } onder { $floor }, { $above } van de { $n } op { $bar } of hoger
rests-core = Behoefte en draagvlak
rests-sum = { $need } ({ $needs }) + { $support } ({ $supports }) − 1 = { $number }: ‘{ $verdict }’
rests-sum-zero = { $need } ({ $needs }) + { $support } ({ $supports }) − 1, nooit onder 0: 0, ‘{ $verdict }’
rests-cap = { $what }; hoogstens { $number }, ‘{ $verdict }’
rests-no-cap = { $what }; hoogstens iets van { $low } tot en met { $high }, nog niet bekend
rests-split-tried = Met de verdeeldheid
rests-split-ends = { $tried }: van { $low }, ‘{ $lowest }’, tot { $high }, ‘{ $highest }’
rests-split-score = { $what } als { $low } en als { $high } genomen
rests-split-class = elke soort keuzevrijheid
rests-lowest = De laagste
rests-lowest-of = van { $core }, { $apology } en { $legal }: { $number }, ‘{ $verdict }’
rests-near = Hoe dichtbij het is
sides-caption = De varianten naast elkaar
sides-verdict = Uitkomst
sides-near = Andere uitkomst het dichtst bij
sides-near-one = { $n ->
        [one] { $verdict } ({ $n } ander antwoord)
       *[other] { $verdict } ({ $n } andere antwoorden)
    }
sides-near-none = geen te bereiken
sides-legend = In elke strook: hoeveel mensen elke score van 0 tot en met 10 gaven, + tien of meer; ┊ ondergrens, ┃ lat.
sides-strip = { $name }, variant { $option }
sides-capped = { $what }; hoogstens ‘{ $verdict }’
sides-bought = Wat er veranderde, vergeleken met variant { $option }
sides-nothing = niets: de scores, de brief en het recht zijn zoals ze waren
sides-moved = { $what } { $before } → { $after }
sides-moved-level = { $what } { $before } → { $after } ({ $was } → { $is })
sides-verdict-moved = uitkomst { $before } → { $after }
sides-law = recht { $before } → { $after }
sides-class = mensen { $before } → { $after }
sides-whole = excuses voor het geheel
sides-how = voor de manier waarop
sides-none = niet nodig

## The walk

action-again = opnieuw scoren
action-again-about = Iedereen scoort nog één keer, alleen: ronde 2, de laatste.
action-table-now = nu op tafel
action-table-now-about = Leg op tafel wat er is. Wie niet heeft ingeleverd, telt als ‘geen oordeel’.
action-other = iemand anders
action-other-about = Roep de volgende naar het toetsenbord; deze persoon komt later.
action-option = nieuwe variant
action-option-about = Voeg een variant toe: hetzelfde idee in een ander ontwerp.
action-print = kaarten afdrukken
action-print-about = Sla de papieren kaarten op in een bestand dat een browser opent en afdrukt.
action-export = memo opslaan
action-export-about = Sla het memo op in een bestand.
action-outline = inhoud
action-outline-about = De delen van deze pagina: ga naar een ervan.
action-story = de afloop
action-story-about = Wat er in deze casus echt gebeurde.
action-retype = opnieuw typen
action-retype-about = Typ de kaarten nog eens, als er een verkeerd getypt is; wat is ingeleverd, wordt vervangen.
action-recuse = wie niet meedoet
action-recuse-about = Leg vast wie een eigen belang heeft, en bij welke vraag.
action-note = notitie
action-note-about = Noteer iets wat is gezegd; het komt in het memo.
action-sure = hoe zeker
action-sure-about = Hoe dichtbij het was, en hoeveel ervan afhangt wie hier zat.
action-suppose = wat als
action-suppose-about = Probeer een andere juridische stand, een andere lat of andere scores; niets wordt vastgelegd.
action-sides = naast elkaar
action-sides-about = Alle varianten naast elkaar, en wat elke verandering opleverde.
enter-verdict = terug
hint-turn = verander
hint-line = kies
help-turn = Kies de volgende mogelijkheid, of de vorige.
help-line = Naar een ander onderdeel.
sure-title = Hoe zeker kan een groep als deze zijn?
sure-lead = Hoe dichtbij het was, wie overtuigd zou moeten worden, en of het afhangt van wie hier zat.
sure-title-alone = Hoe dichtbij was het?
sure-lead-alone = Welk antwoord van u anders zou moeten zijn voor een andere uitkomst.
sides-title = Welke variant is beter?
suppose-title = Wat als …
suppose-keys = Kies met ↑ ↓, verander met ← →: wat komt er dan uit?
suppose-notice = Wat als, alleen een proef: uw uitkomst blijft { $verdict }.
suppose-nothing = U hebt nog niets veranderd: dit is uw uitkomst zoals zij is.
suppose-as-is = nu: { $now }
suppose-letter = { $counts } (geheel / manier / geen)
suppose-bars = De lat
suppose-lower = Overal één lager
suppose-same = Zoals hij ligt
suppose-higher = Overal één hoger
suppose-everyone = Iedereen: { $answer }
action-go = ga naar
action-go-about = Een lijst van alle stappen, om naar een ervan te gaan.
action-timer = klok
action-timer-about = Zet de klok van deze stap stil, of laat hem weer lopen.
action-undo = terugnemen
action-undo-about = Neem het laatste terug. Wat is ingeleverd of op tafel ligt, blijft.
action-editor = eigen editor
action-editor-about = Deze tekst in de editor van uw keuze ($VISUAL of $EDITOR), en terug.
action-palette = zoeken
action-palette-about = Zoeken in alles wat hier kan.
action-theme = kleuren
action-theme-about = Andere kleuren: die van de terminal, licht, donker, hoog contrast, geen.
action-mouse = muis
action-mouse-about = De muis gebruiken, of aan de terminal laten om tekst te selecteren.
action-suspend = naar de shell
action-suspend-about = Even terug naar de shell; met “fg” bent u weer hier.
action-language = English
action-language-about = Alles in het Engels, meteen.
action-help = uitleg
action-help-about = Wat de toetsen op deze pagina doen.
action-back = terug
action-back-about = Eén pagina terug. Wat u typte, blijft bewaard.
action-leave = stoppen
action-leave-about = Stoppen. Alles is bewaard; de volgende keer gaat u hier verder.

enter-on = verder
enter-choose = kiezen
enter-begin = beginnen
enter-go = daarheen
enter-keep = bewaren
enter-next = verder
enter-hand-in = inleveren
enter-pass = { $seat } roepen
enter-curtain = ik ben { $seat }, alleen achter het scherm
enter-table = kaarten op tafel
enter-lines = ondergrens, lat en score
enter-class = wat dat betekent
enter-apology-lines = wat dat toelaat
enter-accept = akkoord, verder
enter-read-aloud = voorlezen
enter-decide = besluiten
enter-option = variant { $id }
enter-add = variant toevoegen
enter-record = besluit vastleggen
enter-memo = naar het memo
enter-export = opslaan in een bestand
enter-write = opslaan
enter-story = wat er echt gebeurde

enter-newline = nieuwe regel
enter-next-field = volgende
clock-over = { $time } te lang
clock-stopped = { $time } stil
mark-saved = bewaard
mark-saving = bewaren …
screen-small = Dit venster is te klein: { $width } bij { $height }. Dear Customer heeft 60 kolommen en 18 regels nodig; maak het venster groter of de letters kleiner.
scroll-more = ▼ { $n ->
        [1] nog één regel
       *[other] nog { $n } regels
    }: Page down
scroll-end = ▲ het einde: Page up gaat terug
scale-none = Kies een cijfer.
scale-at = { $n }: zoals de zin bij ▸ zegt. Enter bevestigt.
scale-between = { $n }: tussen de zinnen bij { $low } en { $high }. Enter bevestigt.
scale-abstain = Geen oordeel. Enter bevestigt.
scale-recused = U doet hier niet mee. Enter bevestigt.
slide-of = { $n } van { $all }
help-title = Toetsen op deze pagina
help-tab = Naar de volgende regel; Shift en Tab gaan terug.
help-numbers = Kies de regel met dit cijfer.
help-scroll = Verder lezen, en terug.
palette-title = Wat wilt u doen?
palette-how = Typen zoekt, ↑ ↓ kiest, Enter doet het, Esc sluit
palette-none = Zo heet hier niets. Met minder letters vindt u meer.
theme-auto = die van de terminal
theme-light = licht
theme-dark = donker
theme-contrast = hoog contrast
theme-mono = geen
theme-now = Kleuren: { $name }.
mouse-on = De muis werkt nu hier. Tekst selecteren gaat met Shift erbij, of druk nog eens op M.
mouse-off = De muis is weer van de terminal.
editor-none = Er is geen eigen editor: stel VISUAL of EDITOR in voor u start, zoals EDITOR=nano.
editor-failed = De editor ({ $editor }) werkte niet: { $why }.
left-safe = Alles is bewaard in { $file }. Ga verder met: dear-customer open { $file }
suspended = Dear Customer wacht, en alles is bewaard. Typ “fg” en druk op Enter om verder te gaan.
suspend-none = Er is hier geen shell die het programma terug kan roepen. Stoppen gaat met q; alles is bewaard.
settings-unreadable = De instellingen in { $file } zijn niet te lezen ({ $why }). Alles werkt ook zonder; herstel of verwijder het bestand, dan worden ze weer bewaard.
editor-hint = De tekst hier is gebleven zoals hij was; typ gewoon verder.
contents-title = Inhoud
contents-how = ↑ ↓ kiezen, Enter gaat erheen, Esc sluit
help-close = Elke toets sluit dit.
wall-in = { $n } van { $all } binnen
wall-missing = Nog niet binnen: { $list }
wall-all-in = Alles is binnen. Niemand heeft nog iets gezien.
wall-cards = Iedereen vult een kaart in, alleen en in stilte.
wall-keyboard = Een voor een achter het toetsenbord; de anderen kijken weg.
wall-talk = Wie dit gaf, zegt waarom. De voorzitter spreekt als laatste.
wall-letter = Onze zinnen worden één brief. Daarna wordt die voorgelezen.
wall-memo = Dit komt allemaal in het memo.
wall-over = over de tijd
wall-stopped = stilgezet
wall-left = Nu leidt niemand deze sessie.
wall-damaged = Bestand beschadigd: tot hier leesbaar.
wall-newer = Nieuwere versie: tot hier leesbaar.
wall-leave-about = Dit venster sluiten. De sessie gaat door.
wall-help = Dit venster volgt de gespreksleider en neemt geen antwoorden aan.
open-no-terminal = Hiervoor is een terminal nodig, om toetsen te lezen en pagina’s te tonen.
open-no-terminal-hint = Start het in een terminalvenster, zonder pipe, of voeg --accessible toe om regel voor regel te antwoorden. Scores uit een bestand gaan erin met ‘dear-customer import’.

home-title = Schrijf de excuusbrief voordat u hem nodig hebt.
home-what = Moeten wij op deze manier geld verdienen met gegevens van onze klanten? Scoor apart, leg de kaarten op tafel, lees de brief voor, besluit, en neem het memo mee.
home-keys = Druk op een cijfer, of kies met de pijltjes en druk op Enter.
home-continue = Ga verder met { $name }
home-own = Nieuwe sessie: een eigen idee
home-own-about = U beschrijft het in een paar zinnen.
home-more = Nog { $n } in deze map. Open er een met: dear-customer open BESTAND

setup-keys = Druk op een cijfer, of op Enter.
setup-own = Uw eigen idee
setup-own-lead = U beschrijft het op de volgende pagina’s; wat u daar typt, blijft bewaard.
setup-own-title = Hoe heet het idee?
setup-own-title-help = Een paar woorden: Energietips uit meterstanden
setup-own-organisation = Van wie is het idee?
setup-own-organisation-help = Uw organisatie, zoals de brief ondertekend zou worden
setup-own-people = Van wie zijn de gegevens?
setup-own-people-help = Zoals u hen noemt, in het meervoud: klanten, patiënten, leden
setup-own-people-usual = klanten
setup-own-option = zoals voorgesteld
setup-no-title = Het idee heeft nog geen naam.
setup-no-title-hint = Typ een paar woorden waaraan iedereen het herkent.
setup-who = Wie doet er mee?
setup-alone = Ik, alleen
setup-alone-about = Ter voorbereiding, of om te zien wat dit is. Het memo meldt dat het van één persoon is.
setup-group = Een groep, in één ruimte
setup-group-about = Het best met 3 tot 12; iedereen scoort apart.
setup-names = Met hoeveel, of met wie?
setup-names-lead = Degenen die scoren. Wie het idee inbrengt, doet niet mee, tenzij de groep dat wil.
setup-names-label = Deelnemers
setup-names-help = Een getal, 7, of namen: Anna, Bram, Carla. Leeg betekent 7.
setup-named = Mogen er namen in het memo staan?
setup-named-no = Nee: P1, P2, P3
setup-named-no-about = De namen blijven verzegeld in het bestand.
setup-named-yes = Ja, namen
setup-named-yes-about = Iedereen vindt goed dat de eigen score naast de naam staat.
setup-time = Hoeveel tijd is er?
setup-way = Hoe scoort iedereen?
setup-cards = Op papieren kaarten
setup-cards-about = Iedereen schrijft tegelijk; u typt de cijfers op één regel. Het snelst vanaf vijf personen.
setup-keyboard = Op dit toetsenbord, na elkaar
setup-keyboard-about = Tussen twee mensen schuift een gordijn voor het scherm. Goed met drie of vier.
setup-place = Waar mag het worden bewaard?
setup-place-lead = De sessie kon hier niet worden opgeslagen.
setup-place-label = Bestand
setup-place-help = Een naam die eindigt op .session.toml, in een eigen map
setup-no-content = De inhoud is niet te lezen. { $what }

head-option = { $title } · { $id } { $name }
rail-frame = Idee
rail-card = Kaart
rail-relationship = Keuze
rail-need = Behoefte
rail-support = Draagvlak
rail-legal = Recht
rail-apology = Brief
rail-verdict = Uitkomst
rail-decide = Besluit
rail-memo = Memo
steps-title = Waarheen?
steps-keys = Kies met de pijltjes, dan Enter. Er gaat niets verloren.
steps-done = klaar
steps-frame = het idee en de groep
steps-apology = de excuusbrief
steps-verdict = de uitkomst
steps-decide = het besluit
steps-memo = het memo

frame-lead = Lees dit voor, of laat iedereen het lezen. Dan Enter.
frame-alone-lead = Lees dit alsof het besluit aan u is. Dan Enter.
frame-own-lead = Wat is het plan?
frame-own-keys = Met Tab naar de volgende regel; wat u typt, blijft bewaard.
frame-kept = Deze sessie wordt bewaard in { $file }
idea-summary = Het idee, in ten hoogste drie zinnen
idea-summary-help = Wij … (wie doet wat met welke gegevens, voor wie)
idea-no-summary = Het idee is nog niet beschreven.
idea-no-summary-hint = Eén zin is genoeg: wat zou u met welke gegevens doen?
idea-data-help = Welke, hoe precies, over welke tijd
idea-about-help = Gegevens van wie, en van hoeveel mensen
idea-purpose-help = Waarvoor worden ze gebruikt, en waarvoor niet
idea-payer-help = Wie betaalt ervoor
idea-gains-help = Wie er beter van wordt
idea-returns-help = Waar zij u dankbaar voor zouden zijn
idea-revenue-help = Ongeveer hoeveel per jaar; ‘niet bekend’ is ook een antwoord
idea-cost-of-not-help = Wat er gebeurt als u het laat
idea-consent-help = Hoe wordt het gevraagd, en wat geldt voor wie niets doet

room-title = Wie zit er aan tafel?
room-lead = De rollen mogen leeg blijven. Met Enter naar de volgende regel.
room-participants = { $n } deelnemers
room-way = Scoren
room-way-cards = op papieren kaarten
room-way-keyboard = op dit toetsenbord, na elkaar
room-print = De kaarten afdrukken
room-print-how = Tab naar het eind, dan p; of p op de vorige pagina
room-printed = open { $path } in een browser, en druk af
print-usual = kaarten
print-saved = Kaarten bewaard als { $path }. Open dat in een browser en druk het af.
room-projector = Beamer
room-projector-how = in een tweede terminal, in dezelfde map: ‘dear-customer open { $file } --room’; deel dat venster, niet dit
room-recused = Doet niet mee
room-recused-one = { $seat }: { $list }
room-agenda = Agenda: { $minutes } minuten
room-agenda-item = { $what } ({ $minutes } min)
room-minutes = Minuten in totaal
room-minutes-help = De tijdvakken schuiven mee; { $usual } is gebruikelijk
room-classification = Wie de notitie mag lezen
room-classification-help = Staat op elke pagina: “vertrouwelijk”; mag leeg blijven
room-minutes-fault = Dat is geen aantal minuten.
room-minutes-fault-hint = Typ een heel getal van 5 tot en met 600, of niets.
role-chair = Voorzitter
role-chair-help = Spreekt als laatste, leest de brief voor
role-owner = Eigenaar van het idee
role-owner-help = Antwoordt alleen op feitelijke vragen, en scoort niet
role-legal = Verantwoordelijke voor de juridische stand
role-legal-help = Stelt die vast, met een bron; er wordt niet over gestemd
role-scribe = Notulist
role-scribe-help = Maakt van de zinnen de brief
recused-title = Wie heeft een eigen belang?
recused-lead = Wie niet meedoet, telt bij die vraag niet mee.
recused-help = Kies met de pijltjes, kruis aan met de spatiebalk

ask-one-card = Eén kaart, { $n } vragen
ask-service = Het antwoord geldt voor elke variant, tenzij die de dienst zelf verandert.
ask-round-2 = Ronde 2, de laatste. Wie bij het eerdere antwoord blijft, geeft dat opnieuw.
cards-lead = Ieder schrijft een kaart, in stilte. Alle { $n } binnen? Typ ze in, dan Enter.
cards-again-lead = Ronde 2, de laatste: nieuwe kaarten. Typ = voor wie bij het eerdere antwoord blijft.
cards-label = { $order }
cards-help = Typ voor ieder 0–10 in deze volgorde, zoals 3 9 2; - geen oordeel, x doet niet mee. De zaal ziet alleen stippen.
cards-help-apology = Typ 1 geheel, 2 manier, 3 geen, met spaties ertussen; - geen oordeel, x doet niet mee.
cards-help-stance = Typ + wij willen dit, - wij willen dit niet, x geen antwoord, met spaties ertussen.
cards-help-again = { $help } = zoals eerder.
cards-fault = Op kaart { $n } ({ $seat }) staat geen geldig antwoord.
cards-fault-hint-again = Typ een heel getal van 0 tot en met 10, = voor zoals eerder, - voor geen oordeel, x voor niet meedoen.
cards-fault-hint-apology-again = Typ 1, 2 of 3, = voor zoals eerder, - voor geen oordeel, x voor niet meedoen.
enter-leave = stoppen; alles is bewaard
reveal-label = { $label }   { $score }
decide-title-alone = Wat zou u besluiten?
cards-fault-hint = Typ een heel getal van 0 tot en met 10, - voor geen oordeel, x voor niet meedoen.
cards-fault-hint-apology = Typ 1, 2 of 3, - voor geen oordeel, x voor niet meedoen.
cards-fault-hint-stance = Typ + of -, of x voor geen antwoord.
cards-count = Er staan { $given } kaarten op de regel; het moeten er { $all } zijn.
keyboard-lead = Lees dit samen. Dan gaat het toetsenbord naar { $seat }, en de anderen kijken weg.
curtain-title = { $seat }, u bent aan de beurt
curtain-lead = De anderen kijken weg.
curtain-in = { $n } van { $all } binnen
confirm-title = Verder zonder { $list }?
confirm-lead = Zij tellen dan als ‘geen oordeel’. Wat op tafel ligt, is niet terug te nemen.
confirm-no = Nee, op hen wachten
confirm-yes = Ja, kaarten op tafel
private-who = { $seat } · niemand anders kijkt mee
private-lead = Welke zin past het best? Begin daar, dan zo nodig één hoger of lager.
private-lead-apology = Kies één antwoord.
private-none = Er is nog niets gekozen.
private-none-hint = Druk op een cijfer, of kies met de pijltjes.
choice-abstain = Geen oordeel
choice-recused = Ik doe hier niet mee (eigen belang)
scale-help = Typ 0 tot 10, of gebruik de pijltjes; - geen oordeel, x niet meedoen
reason-label = Waarom, in een paar woorden (als u wilt)
reason-help-alone = Voor uzelf; het komt in het memo
scale-label = Antwoord
reveal-legend = ┊ ondergrens   ┃ lat   de score is gemarkeerd in de rij cijfers
reason-help = De zaal leest het als de kaarten op tafel liggen, zonder uw naam
condition-label = Bij het middelste antwoord: onder welke voorwaarden zijn ze niet nodig?
condition-help = Eén regel; hij wordt voorgesteld als voorwaarde bij het besluit
ready-title = Alle { $n } zijn binnen
ready-big = { $n } van { $all }
ready-lead = Niemand heeft nog iets gezien. Haal adem, dan Enter.
ready-alone = Uw kaart is ingevuld
ready-alone-lead = Met Enter legt u hem op tafel.
ready-sentences = Met Enter komen alle zinnen op tafel, zonder namen.
ready-stances = Met Enter liggen alle antwoorden op tafel, zonder namen.

reveal-alone = Uw kaart, op tafel.
reveal-round-1 = Ronde 1 van 2. Iedereen tegelijk, zonder namen.
reveal-round-2 = Ronde 2 van 2. Een derde is er niet.
reveal-score = Groepsscore { $grade }: { $level }.
reveal-your-score = Uw score { $grade }: { $level }.
reveal-class-means = Hoe minder keuze mensen hebben, hoe hoger de lat voor wat volgt.
reveal-before = Ronde 1: groepsscore { $was }, laagste { $lowest }, hoogste { $highest }. Nu: { $now }.
reveal-before-apology = Ronde 1: { $was }.
reveal-reasons = De redenen, de uitersten eerst
reveal-conditions = In hun eigen woorden
talk-title = Nu het gesprek: de uitersten eerst
talk-title-apology = Onder welke voorwaarden zijn geen excuses nodig?
talk-lead = De voorzitter spreekt als laatste. Noteer wat u hoort, of druk op Enter.
talk-why = Waarom { $answer }?
talk-why-help = Iemand die dit gaf, licht het toe; een paar woorden volstaan
talk-condition = Voorwaarde { $n } van { $all }
talk-condition-help = Zoals het op de kaart staat
talk-evidence = Wat weten wij over { $assessment }?
talk-evidence-none = niets dan onze eigen scores
talk-evidence-claim = iemand zegt het
talk-evidence-data = er zijn cijfers
talk-evidence-tested = het is met klanten geprobeerd
talk-source = Waar staat dat?
talk-source-help = Een rapport, een onderzoek, een naam met datum
talk-would-help = Waardoor zouden klanten dit wél willen, en wanneer?
talk-would-help-help = Eén regel; hij wordt voorgesteld als voorwaarde
talk-no-grade = Er staat een bron, maar er is niet gekozen hoe goed we het weten.
talk-no-grade-hint = Druk in de regel erboven op 1 tot en met 4.
second-title = Nog één keer scoren?
second-split = De groep is verdeeld over { $assessment }. Na het gesprek is nog één keer vragen zinvol; blijft de groep verdeeld, dan is dat ook een antwoord.
second-one = Bij { $assessment }: { $why }. Na het gesprek is het de moeite waard het nog eens te vragen.
second-free = Er hangt niets aan één antwoord.
second-again = Opnieuw scoren
second-again-about = Apart, één keer; de eerdere antwoorden blijven ernaast staan.
second-accept = Akkoord, verder
second-accept-about = Wat op tafel ligt, geldt.
note-title = Een notitie
note-lead = Hij komt in het memo, zonder naam, tenzij u er een bij zet.
note-label = Notitie
note-help = Eén regel; Enter bewaart hem

legal-lead = Eén persoon stelt dit vast, met een bron. Er wordt niet over gestemd.
legal-lead-owner = { $owner } stelt dit vast, met een bron. Er wordt niet over gestemd.
legal-page-proposal = Voorstel bij de casus:
legal-page-questions = Vragen aan de jurist
legal-page-source = Wie of wat zegt dat?
legal-page-source-help = Een naam met datum, een notitie, een wetsartikel
legal-page-case-source = het dossier van de casus, stand van { $date }
legal-page-none-hint = Druk op een cijfer. ‘Nog niet bekend’ is ook een antwoord.

sentence-start = Wij bieden excuses aan voor
sentence-lead = Het is een jaar later en iedereen weet het. Maak de zin af.
sentence-label = De kernzin van onze brief
sentence-help = Of begin opnieuw met: Wij leggen graag uit …
sentence-empty = De zin is nog niet af.
sentence-empty-hint = Iedereen schrijft er een. Zijn excuses niet nodig, begin dan met: Wij leggen graag uit …
sentences-cards-lead = Ieder schrijft de kernzin op de kaart. Typ de zinnen die u wilt gebruiken.
sentences-cards-help = Zoals geschreven. Enter slaat een lege regel over
sentences-title = Onze zinnen
sentences-lead = Op de volgende pagina staat de brief die ze samen vormen.
letter-title = De brief, over een jaar
letter-lead = De notulist maakt er één brief van.
letter-keys = Tab, dan Enter: hij wordt voorgelezen.
letter-help = Vul in wat tussen [ ] staat; dat wordt niet voorgelezen. Enter begint een nieuwe regel.
standing-title = De brief
standing-lead = De voorzitter staat op en leest voor.
standing-lead-chair = { $chair } staat op en leest voor.
today-title = Welke zin kunnen wij vandaag al zeggen?
today-lead = Een brief hoeft niet te wachten tot het te laat is.
today-label = De zin
today-help = Is er geen? Dan Enter
today-note = Dit kunnen wij vandaag al zeggen: { $sentence }

option-title = Variant { $id }
option-lead = Hetzelfde idee in een ander ontwerp. Wat niet verandert, gaat mee: de keuzevrijheid.
option-lead-case = Bij de casus hoort een ander ontwerp. Neem het over, of pas het aan.
option-name = Hoe heet deze variant?
option-name-help = Een paar woorden: alleen voor wie het aanzet
option-summary = Wat is er anders?
option-summary-help = In ten hoogste drie zinnen
option-service = Verandert de dienst zelf, zodat weggaan makkelijker of moeilijker wordt?
option-service-no = Nee: de keuzevrijheid blijft gelijk
option-service-yes = Ja: die wordt opnieuw gescoord
option-empty = Hier ontbreekt een tekst.
option-empty-hint = Een paar woorden volstaan.

stand-title = Willen wij dit?
stand-lead = Niet of het kan, maar of wij degenen willen zijn die het doen.
stand-yes = Wij willen dit
stand-no = Wij willen dit niet
stand-because = Omdat
stand-because-help = In uw eigen woorden; de zaal leest het zonder uw naam
stand-who = P
stand-because-cards = Redenen die het noteren waard zijn: P-nummer, Enter, de tekst. Lege regel: verder.
stand-who-fault = Een reden hoort bij iemand die hier niet is, of die er al een heeft.
stand-none-hint = Druk op 1 of 2.
stances-cards-lead = Iedereen schrijft op de kaart: wij willen dit, of niet, omdat …
stances-title = Willen wij dit?
stances-lead = Zonder namen. Daarna besluit het bestuur.
stand-word-yes = wil dit
stand-word-no = wil dit niet

decide-title = Wat besluit het bestuur?
decide-lead = De uitkomst is van de regels, het besluit is aan u.
decide-rules = Volgens de regels:
decide-option = Over welke variant?
decide-code = Het besluit
decide-not-now-about = en wat het weer op tafel brengt
decide-reason = Waarom?
decide-reason-help = In een of twee zinnen; verplicht als het van de uitkomst afwijkt
decide-none-hint = Druk op een cijfer van 1 tot en met 5.
conditions-title = Welke voorwaarden neemt het bestuur over?
conditions-lead = Voorgesteld door de groep en door wat er bekend is.
conditions-help = Pijltjes, en spatie om aan te kruisen; dan Enter. Geen voorstel? Enter.
owners-title = Wie zorgt ervoor, en wanneer is het klaar?
owners-lead = Een voorwaarde zonder naam en datum is een wens.
owners-condition = Voorwaarde
owners-owner = Wie
owners-by = Wanneer
rows-help = Enter: volgende cel; op een lege regel: verder.
rows-help-date = Enter: volgende cel; op een lege regel: verder. Een datum als 1-5-2027.
rows-empty = In een regel staat wel iets, maar niet waarover het gaat.
rows-empty-hint = Vul de eerste cel in, of maak de andere leeg.
kill-title = Wanneer stoppen wij?
kill-lead = Iets wat iedereen kan vaststellen, en de datum waarop u kijkt.
kill-state = Wij stoppen als
kill-by = Wij kijken op
review-title = Waar letten wij op, en wanneer kijken wij opnieuw?
review-lead = Signalen die u anders doen denken, en de datum waarop u opnieuw kijkt.
review-lead-not-now = Nu niet: welke signalen brengen het weer op tafel, en wanneer kijkt u opnieuw?
review-watch = Wij letten op
review-date = Datum van herziening
review-date-help = Zoals 1-5-2027 of 1 mei 2027; mag leeg blijven
date-fault = ‘{ $text }’ is geen datum.
date-fault-hint = Typ dag, maand en jaar: 1-5-2027, 1 mei 2027 of 2027-05-01.
dissent-title = Wie ziet het anders?
dissent-lead = Minderheidsnotities staan in het memo, op de eerste pagina.
dissent-note = Notitie
sign-title = Wie tekent?
sign-lead = Namen, met komma’s ertussen.
sign-what = Variant { $option }: { $decision }.
sign-label = Ondertekend door
sign-help = Anna Bos, Bram de Wit; mag leeg blijven

preview-title = Het memo
preview-lead = Zoals het er komt te staan.
preview-keys = Page down om verder te lezen.
preview-stale = Bewaard als { $path }, vóór de afloop was verteld. Met x slaat u het opnieuw op, met de afloop.
preview-written = Bewaard als { $path }
export-title = Het memo opslaan
export-keys = Kies met een cijfer; met Enter naar de volgende regel.
export-html = HTML
export-html-about = om af te drukken, te mailen, te openen in een browser
export-docx = DOCX
export-docx-about = voor Word of LibreOffice, om te bewerken
export-pdf = PDF
export-pdf-about = om af te drukken, om te mailen
export-md = Markdown
export-md-about = platte tekst
export-csv = CSV
export-csv-about = elke score in een eigen rij, voor een rekenblad
export-json = JSON
export-json-about = gegevens, voor andere programma’s
export-name = Naam van het bestand
export-name-help = De uitgang komt erbij. Een bestand met die naam wordt vervangen.
export-language = Taal
export-folder = Map
export-folder-help = De map van de sessie, als u niets verandert.
export-no-folder = Er is geen map { $path }.
export-no-folder-hint = Typ het pad van een map die er is.
language-en = Engels
language-nl = Nederlands
export-usual = memo
export-no-name = Het bestand heeft geen naam.
export-no-name-hint = Typ er een, zoals memo.
story-yours = Uw brief

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
cards-relationship = Keuzevrijheid
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

## The walk on record

private-sentence = de zinnen voor de brief
private-stance = wat ieder wil
refusal-shown = Dit ligt bij variant { $option } al op tafel: { $what }.
refusal-shown-hint = Wat op tafel ligt, blijft staan.
refusal-nothing-to-show = Dit heeft bij variant { $option } nog niemand ingeleverd: { $what }.
refusal-no-stance = Er staat niet bij of { $who } dit wil of niet.
refusal-text-twice = { $who } staat er twee keer in: { $what }, variant { $option }.
refusal-no-rating-for-reason = Van { $who } ligt geen score op tafel voor { $assessment }, variant { $option }, ronde { $round }.
refusal-no-rating-for-reason-hint = Een reden kan erbij zodra de score op tafel ligt.
refusal-page = Zo’n bladzijde is er niet.
refusal-not-own-idea = Dit idee komt uit een bestand of uit de bibliotheek, en blijft zoals het is.
refusal-not-own-idea-hint = Voeg een variant toe om er iets aan te veranderen, of begin een sessie met een eigen idee.
refusal-idea-empty = Een idee heeft een naam nodig, en een zin die zegt wat het is.
stance-title = Wat ieder wil
stance-intro = Vóór het besluit maakte ieder voor zich deze zin af: ‘wij willen dit wel/niet, omdat …’. Geen regel telt deze woorden mee; ze staan naast de uitkomst.
stance-counts = { $yes ->
        [one] { $yes } wil dit wel
       *[other] { $yes } willen dit wel
    }, { $no } niet
stance-silent = { $counts }; { $n } zonder antwoord.
stance-yes = { $who } wil dit wel
stance-no = { $who } wil dit niet
held-title = Hoe de sessie is gehouden
held-chair = Voorzitter
held-owner = Eigenaar van het idee
held-legal = Juridisch verantwoordelijke
held-scribe = Notulist
held-recused = Doet niet mee
held-recused-from = { $who }: { $list }
held-way = Hoe de scores zijn gegeven
held-cards = Op papieren kaarten. De gespreksleider typte ze in toen de laatste kaart er was, en zag ze dus als eerste.
held-keyboard = Ieder typte alleen en gaf het toetsenbord door. Niemand zag de score van een ander voordat alles op tafel lag.
cards-want-title = Later, bij het besluit:
cards-want = Wij willen dit wel
cards-want-not = Wij willen dit niet
cards-want-option = Variant
cards-forecast-title = Ten slotte:
cards-forecast = hoe waarschijnlijk zijn excuses of intrekking binnen 24 maanden
cards-forecast-knew = Ik kende de casus
cards-want-because = omdat
cards-how-decide = Geef ieder vóór het besluit de laatste kaart van het stapeltje terug: ieder maakt daar onderaan, voor zich, de zin af: ‘wij willen dit wel/niet, omdat …’.

# Hoe echte casussen afliepen, midden in een zin

outcome-withdrawn = ingetrokken
outcome-fined = beboet
outcome-apologised = excuses aangeboden
outcome-accepted = geaccepteerd
outcome-thriving = nog altijd in gebruik en gegroeid
outcome-declined = uit eigen keuze niet gedaan
outcome-reformed = aangepast
outcome-ordered = een bevel of bevinding van een toezichthouder
outcome-contested = nog altijd omstreden

regret-act = de daad zelf
regret-oversight = wat niet is gedaan om het te voorkomen
regret-handling = hoe het is aangepakt
regret-confusion = de verwarring (dat het slecht is uitgelegd)
regret-feelings = de gevoelens van wie het raakte

confidence-high = Hoe goed dit is gedocumenteerd: goed; verschillende bronnen komen overeen.
confidence-medium = Hoe goed dit is gedocumenteerd: ten dele; een deel rust op één bron of op zwakke bronnen.
confidence-low = Hoe goed dit is gedocumenteerd: matig; het rust op één bron.

relation-law = wettelijk verplicht
relation-utility = nauwelijks te missen
relation-lock-in = weggaan is kostbaar
relation-voluntary = een echt alternatief
relation-unaware = men wist er niet van

country-at = Oostenrijk
country-be = België
country-de = Duitsland
country-fr = Frankrijk
country-gb = Verenigd Koninkrijk
country-hk = Hongkong
country-jp = Japan
country-nl = Nederland
country-se = Zweden
country-us = Verenigde Staten

sector-banking = banken
sector-payments = betalen
sector-insurance = verzekeren
sector-retail = winkels
sector-telecom = telecom
sector-transport = openbaar vervoer
sector-cars = auto’s
sector-navigation = navigatie
sector-health = zorg
sector-government = overheid
sector-post = post
sector-media = media
sector-software = software
sector-sport = sport
sector-farming = landbouw
sector-travel = reizen
sector-home = wonen
sector-other = overig

# De nabespreking

debrief-title = Wat er echt gebeurde
debrief-ended = Hoe het afliep: { $how }.
debrief-regrets = Wat er wordt betreurd, volgens onze lezing: { $what }.
debrief-not-the-act = Niet de daad zelf.
debrief-differs = Het ene verschil:
debrief-twins = Hetzelfde idee, een andere afloop
debrief-stopped = Binnen 24 maanden liep het uit op openbare excuses, of werd het ingetrokken.
debrief-not-stopped = Binnen 24 maanden liep het niet uit op openbare excuses, en werd het niet ingetrokken.
debrief-forecasts-title = De voorspellingen
debrief-forecasts = Hoe waarschijnlijk ieder excuses of intrekking vooraf vond
debrief-library = Bibliotheek
debrief-base = { $n } van de { $of } andere casussen
debrief-brier = Brierscore { $brier }
debrief-recognised = kende de casus: telt niet mee
debrief-calibration = Gemiddelde zekerheid { $confidence }, goed { $right } van { $of } ({ $low }–{ $high }%, een 95%-interval; wie 50% zei, koos geen kant).
debrief-mean-brier = Gemiddelde Brierscore { $own } (0 is volmaakt, 1 is zeker en mis); wie alleen weet hoe vaak de andere casussen zo afliepen, scoort { $base }.
debrief-recognised-count = { $n ->
    [one] Eén van u kende de casus en telt niet mee.
   *[other] { $n } van u kenden de casus en tellen niet mee.
}
debrief-questions = Om over door te praten

# Oefenen en de bibliotheek

home-practise = Oefen met een echte casus
home-practise-about = Met alles wat vóór het besluit bekend was; de afloop komt aan het eind.
home-elsewhere = { $day }, in { $folder }
home-demo = Rondkijken in een uitgewerkt voorbeeld
home-demo-about = Met verzonnen scores, bij het oordeel. Er blijft niets van bewaard.
head-example = VOORBEELD · { $title }
demo-said = Een voorbeeld: deze scores zijn verzonnen. Kijk rond, verander wat u wilt; er blijft niets van bewaard.
demo-fault = Het voorbeeld kon niet worden gemaakt: { $why }
welcome-title = Welkom bij Dear Customer
welcome-lead = Schrijf de excuusbrief voordat u hem nodig hebt.
welcome-ing = In maart 2014 vertelde ING over een plan waarmee adverteerders klanten zouden bereiken via wat hun betalingen zeggen. Een week later bood de bank in een open brief aan alle klanten excuses aan. Dit is voor de vergadering die daarvoor had moeten komen.
welcome-rate = Iedereen beoordeelt alleen: hebben klanten dit nodig, draagt de samenleving het, kunnen klanten nee zeggen?
welcome-table = Dan liggen alle antwoorden tegelijk op tafel, en praat u waar u verschilt.
welcome-letter = U schrijft de excuusbrief nu al, en leest hem hardop voor.
welcome-decide = U krijgt een oordeel volgens bekende regels, beslist zelf, en neemt een memo mee naar huis.
welcome-no-advice = Het geeft geen juridisch advies en neemt geen besluit. Er verlaat niets deze computer.
welcome-how-title = Zo werkt het
welcome-foot = De laatste regel van elk scherm zegt welke toetsen daar werken.
welcome-enter = Enter gaat verder. Cijfers en pijltjes kiezen. U kunt niets kapotmaken.
welcome-back = Esc gaat een pagina terug, u neemt het laatste terug, ? legt een pagina uit.
welcome-search = Ctrl-P (houd Ctrl vast, druk op P) zoekt in alles wat er kan.
welcome-saved = Alles wordt vanzelf bewaard. Stop met q wanneer u wilt, en ga later verder.
welcome-begin = Beginnen
home-library = De bibliotheek met echte casussen
home-library-about = Rondkijken, een uitdeelblad printen, lezen hoe elke casus afliep.
shelf-title = De bibliotheek
shelf-practise = Welke casus?
shelf-lead = { $found } van { $all } casussen; { $stopped } van de { $all } liepen binnen 24 maanden uit op openbare excuses of werden ingetrokken.
shelf-keys = ⇄ heeft een tegenhanger. Tab: zoeken en beperken.
shelf-search = Zoeken
shelf-names = Namen
shelf-names-hidden = verborgen, tot de afloop wordt verteld
shelf-names-shown = zichtbaar
shelf-sector = Sector
shelf-country = Land
shelf-relation = Relatie
shelf-twins = Tegenhangers
shelf-twins-only = alleen met een tegenhanger
shelf-all = alle
shelf-any = Een van deze, door het lot
shelf-any-about = voor wie niet wil kiezen
shelf-suggested = aanrader
shelf-none = Er is geen casus die hierbij past.
shelf-none-hint = Maak het zoekveld leeg met Backspace, of zet een keuze terug op ‘alle’.
shelf-take = Oefen met deze casus
shelf-take-about = Alleen of met een groep.
shelf-take-twin = Oefen met deze casus en zijn tegenhanger
shelf-take-twin-about = Naast ‘{ $title }’.
shelf-handout = Maak een uitdeelblad
shelf-handout-about = Een blad voor deelnemers, om te printen, zonder de afloop.
shelf-outcome = Lees wat er gebeurde
shelf-outcome-about = Voor trainers: het verklapt de afloop.
enter-look = bekijken
enter-back = terug
setup-pair = Eerst ‘{ $first }’, dan ‘{ $second }’
twin-gone = De sessie met de tegenhanger, { $file }, staat niet in deze map.
twin-gone-hint = Zet haar terug naast deze sessie, of ga verder met wat hier gebeurde.

handout-usual = uitdeelblad
handout-saved = Het uitdeelblad is bewaard als { $path }. Open het in een browser en print het.

# Voorspelling en nabespreking

steps-debrief = wat er echt gebeurde
rail-debrief = Afloop
forecast-title = Hoe waarschijnlijk is het dat dit binnen 24 maanden uitliep op openbare excuses, of werd ingetrokken?
forecast-lead = Voordat u hoort wat er gebeurde. Eenmaal vastgelegd blijft het staan.
forecast-base = In de bibliotheek geldt dit voor { $n } van de { $of } casussen.
forecast-means = Gerekend vanaf de datum van het plan. Een idee dat is afgewezen voordat iemand ervan hoorde, telt als niet ingetrokken.
forecast-label = Hoe waarschijnlijk?
forecast-help = Typ een cijfer voor de tientallen (7 is 70%; 1 en dan 0 is 100%), of gebruik de pijltjes.
forecast-at-0 = onmogelijk
forecast-at-50 = even goed wel als niet
forecast-at-100 = zeker
percent-at = { $percent }%: in { $n } van de 10 gevallen als dit.
percent-none = Nog niets gekozen.
forecast-recognised = Kende of herkende u deze casus?
forecast-recognised-no = Nee
forecast-recognised-yes = Ja
forecast-recognised-about = Dan telt uw voorspelling niet mee in de scores.
forecast-none-hint = Kies hoe waarschijnlijk u het vindt, en zeg of u de casus kende.
forecast-early = Dit hoort u zodra er een eigen uitkomst is.
forecast-cards-lead = Ieder schrijft in stilte een percentage op, met een k erachter wie de casus kende. Alle { $n } binnen? Typ ze in, dan Enter.
cards-help-forecast = Typ 0 tot 100 in tientallen met spaties ertussen; 70k voor wie de casus kende, - voor geen. De zaal ziet alleen stippen.
cards-fault-hint-forecast = Typ 0, 10, 20 … 100, met een k voor wie de casus kende, of - voor geen voorspelling.
enter-lock = vastleggen
confirm-forecast-lead = Zonder voorspelling staan zij niet in de scores. Wat verteld is, is niet terug te nemen.
confirm-forecast-yes = Ja, verder
locked-title = { $n ->
    [0] Er is geen voorspelling vastgelegd
    [one] Eén voorspelling is vastgelegd
   *[other] { $n } voorspellingen zijn vastgelegd
}
locked-lead = Wat vastligt, blijft staan. Nu: wat er echt gebeurde.
locked-pair-lead = Wat vastligt, blijft staan. Wat hier gebeurde, verklapt ook de tegenhanger: loop die eerst door.
locked-twin = Naar de tegenhanger
locked-twin-about = Hetzelfde idee elders, in een eigen sessie.
locked-tell = Wat er echt gebeurde
locked-tell-about = Dat vertelt ook hoe de tegenhanger afliep.
enter-twin = wat er in de andere casus gebeurde
locked-pair-both = Wat vastligt, blijft staan, in beide casussen. Nu hoe het afliep, eerst in de eerste casus.
forecast-undecided = Er is nog niets besloten (g brengt u erheen). Als de afloop is verteld, verandert er niets meer in deze sessie.
story-step = { $date }  ·  { $n } van { $all }
story-before = Daarvoor
story-letters = Twee brieven
story-yours-none = Hier is geen brief en geen zin geschreven.
debrief-no-apology = Hier is geen openbare verontschuldiging bekend.
debrief-both = Wat dezelfde groep van beide vond
debrief-case = Casus
enter-home = terug naar het begin
ask-round-2-alone = Ronde 2, de laatste. Blijft u bij uw antwoord, geef het dan opnieuw.
enter-to-list = naar de lijst
shelf-none-hidden = Niets gevonden. De namen zijn verborgen: zoek op soort organisatie, of zet Namen op ‘zichtbaar’.
shelf-none-found = Niets gevonden. Maak het zoekveld leeg, of zet een keuze terug op ‘alle’.
debrief-gone = Deze casus staat niet meer in de bibliotheek.
debrief-gone-hint = Open de sessie met --scenarios en de map waarin de casus staat.
story-of = { $title } · { $organisation }
story-yours-regrets = En wat betreurt uw brief: { $list }?
refusal-locked = { $who } heeft al een voorspelling vastgelegd.
refusal-locked-hint = Wat vastligt, blijft zoals het is.
refusal-told = De afloop is verteld: er wordt niets meer gescoord, geschreven of besloten.
refusal-told-hint = Het memo blijft zoals het was. Begin vanuit het begin een andere sessie om het opnieuw te proberen.
refusal-debriefed = Wat er gebeurde, is al verteld.
refusal-no-debrief = Over dit idee is niets te vertellen: het is geen echte casus.
refusal-debrief-early = Wat er gebeurde, hoort u zodra de groep een eigen uitkomst heeft.
refusal-debrief-early-hint = Scoor eerst variant A, tot en met de uitkomst.
refusal-no-disguise = De casus { $id } heeft geen vermomming.

# Bepleit de andere kant

other-side-title = Bepleit de andere kant
other-side-lead = U gaf { $given }. Iemand die deze mensen goed kent, ziet het andersom. Wat is zijn of haar beste reden? Daarna scoort u nog één keer. Laat het leeg om verder te gaan zonder opnieuw te scoren.
other-side-lead-none = Iemand die deze mensen goed kent, heeft een duidelijk oordeel. Wat is zijn of haar beste reden? Daarna scoort u nog één keer. Laat het leeg om verder te gaan zonder opnieuw te scoren.
other-side-score = { $assessment } een { $score }
other-side-label = De beste reden van de ander
other-side-help = In één zin. Hij blijft bewaard als notitie.
other-side-note = De andere kant: { $text }

## Toegankelijke modus

prompts-step = Stap { $n } van { $all }: { $name }
prompts-enter = Enter: { $what }
prompts-welcome = Regel voor regel: antwoord na elk teken >, en Enter laat staan wat er staat. /? zegt wat er nog meer kan; /q stopt, en alles is bewaard.
prompts-help-title = Wat hier kan:
prompts-help-enter = Enter laat staan wat er staat; na het laatste antwoord: { $what }
prompts-help-text = / alleen leest de pagina opnieuw voor. Een tekst die met / begint, typt u met //. Een punt alleen maakt leeg wat er staat.
prompts-not-here = Dat kan hier niet.
prompts-not-here-hint = /? zegt wat wel kan.
prompts-stands = Nu: { $text } (Enter laat het staan, een punt maakt het leeg)
prompts-stands-unseen = Er is al een antwoord. Enter laat het staan.
prompts-begins = Het begint met: { $text } … Typ de rest.
prompts-unseen = Wat u typt, is niet te zien.
prompts-pick = Typ een nummer.
prompts-pick-now = Typ een nummer. Enter: { $n }
prompts-pick-or-none = Typ een nummer, of Enter voor geen.
prompts-no-number = Dat is hier geen antwoord.
prompts-number-hint =
    { $n ->
        [0] Druk op Enter.
        [1] Typ 1.
       *[other] Typ een nummer van 1 tot en met { $n }.
    }
prompts-list = Typ een nummer, andere woorden om te zoeken, of 0 om opnieuw te zoeken. Enter: { $n }
prompts-search = Typ andere woorden om te zoeken, of 0 om opnieuw te zoeken.
prompts-list-none-hint = Typ andere woorden, of 0 om opnieuw te zoeken.
prompts-pile =
    { $n ->
        [one] { $n } van { $all } kaarten.
       *[other] { $n } van { $all } kaarten.
    }
prompts-pile-stands = Hier staan al { $n } van { $all } kaarten. Enter laat ze staan.
prompts-scale = Typ 0 tot en met 10, - voor geen oordeel, of x om niet mee te doen.
prompts-scale-hint = Typ een heel getal van 0 tot en met 10, - of x.
prompts-scale-at = { $n }: { $sentence } Enter bevestigt.
prompts-percent = Typ 0 tot en met 100, in tientallen.
prompts-percent-hint = Typ 0, 10, 20 enzovoort tot en met 100.
prompts-confirm = { $says } Enter bevestigt.
prompts-again = Nog een keer hetzelfde, ter bevestiging; het wordt niet voorgelezen.
prompts-differs = De twee antwoorden zijn niet gelijk.
prompts-differs-hint = Typ uw antwoord, en dan nog een keer hetzelfde.
prompts-ticks = Typ de nummers die u kiest, met spaties ertussen; 0 voor geen. Enter laat het zoals het is.
prompts-ticks-rows = Typ bij elk de nummers, met spaties ertussen; 0 voor geen. Enter laat het zoals het is.
prompts-ticks-none = Er is niets voorgesteld. Enter: verder
prompts-ticked = { $n }. { $item } (gekozen)
prompts-lines = Typ de tekst regel voor regel; een lege regel begint een nieuwe alinea, een punt alleen sluit af. Meteen Enter: geen tekst
prompts-lines-stand = Enter laat het staan. Een nummer verandert die regel, { $next } voegt er een toe. Al het andere begint een nieuwe tekst, die een punt alleen afsluit.
prompts-paragraph = Regel { $n }, opnieuw; Enter laat hem staan, een punt haalt hem weg.
prompts-paragraph-new = Regel { $n }
prompts-row = Rij { $n }
prompts-row-stands = Rij { $n }: { $text }. Enter laat hem staan, 1 verandert hem, 0 haalt hem weg.
prompts-row-hint = Druk op Enter, of typ 1 of 0.
prompts-row-new = Rij { $n }; alleen Enter: klaar
prompts-dials = Typ het nummer van wat u verandert. Enter: { $what }
prompts-clock = Nog voor deze stap: { $time }. /tt zet de klok stil, of laat hem weer lopen.
prompts-clock-over = De tijd van deze stap is om: { $time }. /tt zet de klok stil, of laat hem weer lopen.
prompts-contents = Typ het nummer van een deel om het te lezen. Enter: terug naar de pagina
prompts-left = Gestopt. Alles is bewaard.
prompts-end = Hier eindigt de invoer. Alles is bewaard.
prompts-twin = Tegenhanger:
prompts-arrow = naar
prompts-heard = Zoals eerder. / leest het opnieuw voor.
prompts-score-now = Typ 0 tot en met 10. Enter: { $now }
prompts-score-hint = Typ een heel getal van 0 tot en met 10.
memo-plain-nobody = niemand
memo-plain-people =
    { $n ->
        [0] niemand
        [1] één persoon
        [2] twee mensen
        [3] drie mensen
        [4] vier mensen
        [5] vijf mensen
        [6] zes mensen
        [7] zeven mensen
        [8] acht mensen
        [9] negen mensen
        [10] tien mensen
        [11] elf mensen
        [12] twaalf mensen
       *[other] { $n } mensen
    }
