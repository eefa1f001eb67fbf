# Every word of the program in English. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

## Content: diagnostics

content-error = error
content-help = help
content-count =
    { $count ->
        [one] { $count } error in { $path }
       *[other] { $count } errors in { $path }
    }

content-english = English
content-dutch = Dutch
content-a-text = a text between quotes
content-a-pair = a text in both languages
content-a-number = a whole number
content-a-fraction = a number with decimals
content-a-flag = true or false
content-a-date = a date
content-a-list = a list
content-a-table = a group of keys

content-mean = did you mean `{ $word }`?
content-choose = choose from: { $words }
content-add = add: { $line }
content-such-as = write, for example: { $line }
content-pair-help = write: { $line }; for an idea of your own in one language, begin the file with `lang = "en"`

content-not-text = this file is not text in UTF-8
content-not-text-help = if it is a text, save it again with the encoding UTF-8; other kinds of files cannot be read here
content-no-toml = this is not a TOML file
content-no-toml-help = a TOML file has lines such as `title = "…"`; `dear-customer scenarios new FILE` writes a template
content-nothing = this file has nothing in it
content-no-kind = this is neither a scenario nor an instrument
content-no-scenario = this is not a scenario
content-no-instrument = this is not an instrument
content-kind-help = a scenario has `people`, `[idea]` and `[[options]]`; an instrument has `[policy]` and `[[assessments]]`
content-format = `format` must be 1
content-format-help = write `format = 1`, or leave it out
content-newer = this file was written for a newer version of Dear Customer (format { $format })
content-newer-help = update the program

content-syntax = this is not valid TOML here
content-syntax-help = a line is `key = value`, a header such as `[idea]`, or a comment after `#`
content-syntax-quote = this text does not end: a quote is missing, or there is one too many
content-syntax-quote-help = end the text with the quote that it begins with: `title = "…"`; write a quote inside a text as `\"`
content-syntax-control = here is a control character, which cannot be seen ({ $code })
content-syntax-twice = `{ $key }` stands here for the second time
content-syntax-twice-help = keep one of the two; entries of a list each begin with their own `[[…]]`
content-syntax-equals = there is no `=` here
content-syntax-equals-help = write `key = value`, with `=` and not with `:`
content-syntax-value = nothing stands after the `=`
content-syntax-value-help = write a value, or remove the line
content-syntax-bare = this is no number, no date and no text between quotes
content-syntax-bare-help = put a text between straight double quotes: `"…"`
content-syntax-number = this is not a number or a date
content-syntax-number-help = a number looks like 2014, a date like 2014-03-10; put a text between double quotes
content-syntax-header = this header does not end
content-syntax-header-help = end it with as many `]` as it begins with `[`: `[idea]`, `[[facts]]`
content-syntax-list = this list does not end
content-syntax-list-help = end it with `]`
content-syntax-braces = this `{"{"}` is never closed
content-syntax-braces-help = end it with `{"}"}`, on the same line
content-syntax-comma = there is a comma missing here, or one too many
content-syntax-comma-help = put one comma between two values: `["…", "…"]`
content-syntax-more = there is more on this line than belongs here
content-syntax-more-help = write one `key = value` on a line; a comment begins with `#`
content-syntax-escape = this `\` stands for nothing
content-syntax-escape-help = write a backslash as `\\`

content-missing = `{ $key }` is missing in this file
content-missing-in = `{ $key }` is missing in `{ $table }`
content-unknown-key = `{ $key }` is not a key that belongs here
content-type = `{ $key }` must be { $expected }, and this is { $found }
content-language = the { $language } text of `{ $key }` is missing
content-empty = `{ $key }` is empty
content-empty-help = write a text: { $line }
content-none = `{ $key }` needs at least one entry
content-long = this text of `{ $key }` is longer than { $max } characters
content-long-help = shorten it
content-hidden = this text of `{ $key }` holds a character that cannot stay ({ $code }): it is invisible, a control character, or one accent too many
content-hidden-help = remove it, or type the text anew
content-placeholder = `{ $found }` is not a placeholder
content-placeholder-help = between braces only `{"{"}people{"}"}` and `{"{"}People{"}"}` can stand; the scenario fills in its own word for customers
content-word = `{ $word }` is not a word for `{ $key }`
content-stray = `{ $word }` does not belong in `{ $key }`
content-range = `{ $key }` is { $found }; it must be from { $min } to { $max }
content-twice = `{ $id }` stands a second time in `{ $key }`
content-lacks = `{ $key }` lacks: { $words }
content-order = `{ $key }` are not in order from here on
content-order-help = all of these, in this order: { $words }
content-id = `{ $id }` cannot be an id
content-id-help = use lowercase letters a–z, digits and hyphens, 60 at most: `my-idea`
content-option-id = `{ $id }` cannot be an option's letter
content-option-id-help = options have one small letter: `id = "a"`, then `id = "b"`
content-option-first = the first option is `{ $id }`
content-option-first-help = begin with `id = "a"`, the idea as proposed
content-country = `{ $found }` is not a country code
content-country-help = write two capitals: `country = "NL"`
content-day = `{ $found }` cannot be read as a day
content-day-help = write year, month and day: { $line }
content-date = `{ $found }` cannot be read as a date
content-date-help = write a year, a month or a day: "2014", "2014-03" or "2014-03-10"
content-twin = there is no scenario `{ $id }`
content-twin-help = `dear-customer scenarios list` shows the ids
content-lang = `lang` is only for an idea of your own, not for a case with an outcome
content-lang-help = remove this line, and write every text in both languages
content-three = `{ $key }` must have three numbers, and there are { $count }
content-agenda = the agenda adds up to { $sum } minutes, not to { $minutes }
content-agenda-help = write `minutes = { $sum }`, or change the agenda
content-policy-cuts = the limits of the relationship do not fit: `choice_limited_from` must be 1 or more, and `voluntary_from` above it, 10 at most
content-policy-cuts-help = the usual ones: `voluntary_from = 7`, `choice_limited_from = 4`
content-policy-lines = a bar and its floor do not fit: the floor must be 1 or more, the bar at least 2 above it, 9 at most
content-policy-lines-help = the usual ones: `bar = [6, 7, 8]`, `floor = [3, 4, 5]`
content-policy-order = less choice must not make it easier: no number of `bar`, `floor` or `apology_one_in` may be lower than the one before it
content-policy-order-help = the usual ones: `bar = [6, 7, 8]`, `floor = [3, 4, 5]`, `apology_one_in = [3, 4, 5]`
content-policy-shares = `quorum`, `split_one_in` and the numbers of `apology_one_in` must be 1 or more
content-policy-shares-help = the usual ones: `quorum = 3`, `split_one_in = 3`, `apology_one_in = [3, 4, 5]`

content-taken = the id `{ $id }` already belongs to { $path }
content-taken-help = give this file an id of its own
content-no-such-scenario = there is no scenario `{ $id }`
content-no-such-instrument = there is no instrument `{ $id }`
content-unreadable = { $path } cannot be read
content-unreadable-absent = { $path } does not exist
content-unreadable-denied = { $path } may not be read: you lack the permission
content-unreadable-folder = { $path } is a folder, not a file

## Session: refusals and log

## Command line

## Memo

## Cards
