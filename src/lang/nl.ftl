# Every word of the program in Dutch. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

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
content-no-toml-help = een TOML-bestand heeft regels als `title = "…"`; `dear-customer scenarios new BESTAND` schrijft een voorbeeld
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
content-taken-help = geef dit bestand een eigen id
content-no-such-scenario = er is geen casus `{ $id }`
content-no-such-instrument = er is geen vragenlijst `{ $id }`
content-unreadable = { $path } is niet te lezen
content-unreadable-absent = { $path } bestaat niet
content-unreadable-denied = u mag { $path } niet lezen: u hebt er geen rechten voor
content-unreadable-folder = { $path } is een map, geen bestand

## Session: refusals and log

## Command line

## Memo

## Cards
