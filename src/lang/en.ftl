# Every word of the program in English. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

assessment-relationship = relationship
assessment-need = customer need
assessment-support = societal support
assessment-legal = legal state
assessment-apology = apology-letter test
inside-relationship = the relationship
inside-need = customer need
inside-support = societal support
inside-legal = the law
inside-apology = the letter
class-voluntary = voluntary
class-choice-limited = choice-limited
class-captive = captive
level-weak = weak
level-middle = middle
level-split = split
level-strong = strong
verdict-do-not-proceed = Do not proceed
verdict-redesign = Redesign
verdict-proceed-with-conditions = Proceed with conditions
verdict-proceed = Proceed
verdict-not-yet = Not yet to be said
legal-open = open
legal-blocked = prohibited
legal-fixable = unlawful as it is, a lawful redesign exists
legal-conditional = lawful under conditions
legal-short-open = open
legal-short-blocked = prohibited
legal-short-fixable = not as it is
legal-short-conditional = conditional
legal-short-clear = lawful
legal-clear = lawful
apology-whole = for the whole
apology-how = for how
apology-none = no apology needed
answer-abstain = no basis to judge
answer-recused = recused

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
content-no-toml-help = a TOML file has lines such as `title = "…"`; the cases under `scenarios` show what a whole file looks like
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
content-twin-self = this case is no twin of its own
content-twin-self-help = name the other case here, or leave it out: twins = []
content-twin-one-way = `{ $twin }` does not name `{ $id }` as a twin in turn
content-twin-one-way-help = write in { $path }: { $line }; or leave `{ $twin }` out here
content-later = this text names { $year }, a year after the plan's date
content-later-help = say here only what was known at the date of `as_of`; what came later belongs in [outcome]
content-named = this text holds { $name }, which the disguise hides
content-named-help = say it without the name; names may stand in `title`, `organisation`, `source` and [outcome]
content-difference = `{ $id }` is no twin of this case
content-difference-help = name it as a twin first: { $line }
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
content-taken-built-in = the id `{ $id }` already belongs to a file that is built in
content-taken-help = give this file an id of its own, such as: id = "{ $id }"
content-no-such-scenario = there is no scenario `{ $id }`
content-no-such-instrument = there is no instrument `{ $id }`
content-unreadable = { $path } cannot be read
content-unreadable-absent = { $path } does not exist
content-unreadable-denied = { $path } may not be read: you lack the permission
content-unreadable-folder = { $path } is a folder, not a file
content-unreadable-help = check the disk or the connection, and try again
content-unreadable-absent-help = check the name and the folder
content-unreadable-denied-help = ask for the right to read it, or copy it to a place of your own
content-unreadable-folder-help = name a file in it

## Session: refusals and log

session-file-header = Dear Customer session. The program keeps this file; a byte changed by hand is noticed.
session-tail-header = A write that was cut off. It may hold ratings that were not revealed and is therefore kept encrypted under the key of its session.
hint-did-you-mean = Did you mean “{ $near }”?
hint-one-of = Known are: { $list }.
refusal-unknown-participant = Nobody called “{ $who }” takes part in this session.
refusal-unknown-option = There is no option “{ $option }” in this session.
refusal-revealed = Round { $round } of { $assessment }, option { $option }, is already on the table.
refusal-revealed-hint = What lies on the table stays. To rate again, hand in for round 2.
refusal-revealed-hint-final = What lies on the table stays, and there is no third round.
refusal-first-round-first = Round 1 of { $assessment }, option { $option }, is not on the table yet.
refusal-first-round-first-hint = Reveal round 1 first, or hand in both rounds together.
refusal-nothing-to-reveal = Nobody has handed in for { $assessment }, option { $option }.
refusal-seal-broken = A sealed rating cannot be opened: the file does not hold what was handed in.
refusal-nothing-handed-in = There is no rating in it.
refusal-answer-does-not-fit = This is no answer for { $assessment }.
refusal-twice = { $who } appears twice for { $assessment }, option { $option }, round { $round }.
refusal-legal-source = A legal state needs a source.
refusal-legal-source-hint = Say who or what it rests on: a name and a date, a memo, an article of law. Without one it stays “open”.
refusal-next-option = The next option is { $next }.
refusal-too-many-options = A session has at most 26 options.
refusal-empty-text = There is no text in it.
refusal-nothing-to-undo = There is nothing that can be taken back.
refusal-nothing-to-undo-hint = What was handed in or lies on the table stays.
refusal-outdated = Something changed in the session in the meantime.
refusal-outdated-hint = Look at it as it is now, and try again.
refusal-not-yours = { $seat } may only hand in for { $seat }.
refusal-service-ended = The session is closed.
refusal-decision-reason = The decision differs from the verdict, and no reason is given.
refusal-decision-reason-hint = Write in a sentence or two why the board decides otherwise. The memo puts it beside the verdict.
refusal-bug = This should not happen: it is a fault in Dear Customer. The session file is as it was.
notice-torn = The last { $bytes } bytes of the file come from a write that was cut off.
notice-set-aside = The last { $bytes } bytes of the file came from a write that was cut off. They were set aside in { $path }.
notice-damaged = The file was altered or damaged: event { $event }, from line { $line } on, does not fit its hash. Everything before it is whole and can be read.
notice-damaged-hint = Nothing is changed in it. Put back a copy that is whole, and keep this file apart.
notice-newer = The session was written by a newer version of Dear Customer: from event { $event } on this version does not know what it says.
notice-newer-all-hint = Install the newest version to open it.
notice-newer-hint = Install the newest version to go on with it. Until then it can only be read.
trouble-first-event = { $path } begins like a session, but its first event is not whole.
trouble-no-session = { $path } is not a session of Dear Customer.
trouble-no-session-hint = A session ends in .session.toml and is made with “dear-customer new”.
trouble-exists = { $path } exists already and is left as it is.
trouble-exists-hint = Choose another name for the new file.
trouble-locked = { $path } is open in another Dear Customer.
trouble-locked-hint = Close it there first. Until then it can be read and exported here, not changed.
trouble-not-found = { $path } is not there.
trouble-not-found-hint = Check the name and the folder.
trouble-read-only = { $path } may not be read or written here.
trouble-read-only-hint = Nothing was changed. Choose a folder in which you may write, or ask for the right to.
trouble-disk-full = { $path } could not be written: the disk is full.
trouble-disk-full-hint = What was saved before is still there. Make room on the disk and do it again.
trouble-folder = { $path } is a folder, not a file.
trouble-folder-hint = Name a file in it.
trouble-io = { $path } could not be read or written ({ $what }).
trouble-io-hint = What was saved before is still there. Check the disk or the connection and do it again.

## Command line

cli-bug = Dear Customer stopped because of a fault of its own (at { $place }). What was marked as saved is in the session file. Please report this.
cli-error = error
cli-hint = what to do
cli-note = note
cli-more = … and { $n } more.
usage-hint = “dear-customer --help” shows the commands.
usage-hint-command = “dear-customer { $command } --help” shows what goes with it.
usage-unknown-command = There is no command “{ $name }”.
usage-unknown-argument = “{ $arg }” is not known here.
usage-missing = This is missing: { $arg }
usage-missing-command = A command is missing.
usage-conflict = { $arg } and { $other } do not go together.
usage-no-value = { $arg } needs a value.
usage-value = “{ $value }” is no value for { $arg }.
usage-other = The command is not complete.
output-is-session = { $path } is a session and is left as it is.
output-is-session-hint = Choose another name after -o.
output-saved = Saved as { $path }.
new-made = Made { $file }.
new-what = { $title }. { $instrument }.
new-who = Participants: { $list }
new-unnamed = The memo shows P1, P2 and so on, no names. Keep this list if you need it.
new-next = Next: dear-customer cards { $file } -o cards.html
new-id-taken = The library has another case of the id { $id }.
new-id-taken-hint = Give your file an id of its own: what happened is told by the id.
new-how-many = { $n } participants will not do.
new-how-many-hint = A session has 1 to 99 participants.
new-empty-name = One of the names is empty.
new-names-hint = Write names with commas between them, “Anna, Bram”, or how many there are.
new-same-name = “{ $name }” is there twice.
new-same-name-hint = Add an initial, so that each can be told from the other.
new-seat-name = “{ $name }” is the number of a seat, not a name.
new-seat-name-hint = For participants without names write how many there are.
import-revealed = { $n ->
        [one] One rating is
       *[other] { $n } ratings are
    } on the table; saved as event { $event }.
import-incomplete = Handed in for { $assessment }, option { $option }, round { $round }: { $n } of { $all }. That round is closed now; the others count as “no basis to judge”.
import-sealed = { $n ->
        [one] One rating is
       *[other] { $n } ratings are
    } handed in under seal; saved as event { $event }.
import-legal = { $n ->
        [one] One legal state is
       *[other] { $n } legal states are
    } set; saved as event { $event }.
import-not-text = The file of ratings is not text in UTF-8.
import-not-text-hint = In the spreadsheet choose “Save as”, “CSV UTF-8”.
import-broken-row = A quotation mark opens here and is never closed.
import-broken-row-hint = Close it at the end of the text, and double a quotation mark inside a text.
import-too-many = Line { $line }: there are more columns than in the header.
import-too-many-hint = Put a reason that holds a comma between double quotation marks.
import-line = Line { $line }: { $message }
import-unknown-column = There is no column “{ $name }”.
import-column-twice = The column “{ $name }” is there twice.
import-missing-column = The column “{ $name }” is missing.
import-header-hint = The first line must read: option,round,participant,assessment,answer,reason
import-unknown-assessment = There is no assessment “{ $name }”.
import-legal-participant = A legal state is not a rating: it has no participant.
import-legal-participant-hint = Leave the column empty; who says so goes into the reason.
import-legal-state = This is not a legal state.
import-legal-twice = The legal state of option { $option } is there twice.
import-round = The round must be 1 or 2.
import-round-hint = 1 is before the discussion, 2 after it. There is no third.
import-no-participant = The participant is missing.
import-no-participant-hint = Write P1, P2 and so on, or the name.
import-apology = This is no answer to the { $assessment }.
import-apology-hint = Write whole, how or none; or abstain or recused.
import-off-scale = { $answer } is not on the scale of { $assessment }.
import-no-answer = This is no answer on { $assessment }.
import-scale-hint = Write a whole number from 0 to 10; or abstain or recused.
import-twice-hint = It is also on line { $line }. Keep one of the two.
export-ending = { $path } does not tell which format is wanted.
export-ending-hint = Let it end in { $list }, or add --format.
export-no-pdf = This build of Dear Customer writes no PDF.
export-no-pdf-hint = Print the HTML, or build with `cargo build --release --features pdf`.
pdf-failed = The PDF could not be made, through a fault in Dear Customer: { $why }
pdf-failed-hint = Print the HTML instead, and please report this.
export-not-text = A .{ $ending } is no text that a terminal could show.
export-not-text-hint = Write it to a file, such as -o memo.{ $ending }.
verify-whole = { $file } is whole and unaltered: { $n ->
        [one] one event
       *[other] { $n } events
    }.
verify-fingerprint = Fingerprint: { $fingerprint }
verify-torn-hint = The next command that writes to the session sets these bytes aside and goes on.
belongs-now = { $file } is the memo of this session as it is now (event { $event }).
belongs-earlier = { $file } is unaltered, and is the memo of an earlier state of this session: event { $event } of { $last }. Something that it tells has changed since.
belongs-saved-anew = { $file } was saved by another program. Its words are those of event { $event } of this session; what it looks like was not compared.
belongs-altered = { $file } was altered: it names event { $event } of this session, but does not say what the session said then.
belongs-altered-line = { $file } was altered: it names event { $event } of this session, but does not say what the session said then. The first difference is on line { $line }.
belongs-altered-hint = Export the memo anew to have it as it was recorded.
belongs-version = { $file } was written by version { $version } of Dear Customer from event { $event } of this session; this version may put it otherwise.
belongs-version-hint = This is version { $version }. Check the memo with the version that wrote it, or export it anew.
belongs-foreign = { $file } carries no fingerprint of this session: it is the memo of another one, or the fingerprint was altered.
belongs-foreign-hint = The last annex of a memo tells the session’s id and the fingerprint.
belongs-unwritten = This build of Dear Customer writes no PDF, so that it can check none.
belongs-unwritten-hint = Build with `cargo build --release --features pdf`, or check a memo in another format.
belongs-unknown = { $file } is no memo that can be checked.
belongs-unknown-hint = A memo in Markdown, HTML, DOCX, PDF or JSON carries a fingerprint; CSV does not.
check-nothing = There is no .toml file in { $path }.
check-nothing-hint = Name a file, or a folder with scenarios or instruments in it.
check-fine = { $n ->
        [one] One file
       *[other] { $n } files
    } checked: no errors.
check-session = { $path }: { $message }
show-idea = The idea
show-options = Options
show-legal = Legal state at the time
show-stakeholders = Who has a stake
show-twins = Twins: the same idea, another ending
template-ending = { $path } is no name for a case’s file.
template-ending-hint = Let it end in .toml: { $name }. What ends in .session.toml is a session.
template-check = Fill in what stands between the quotes. What is still missing: dear-customer check { $file }
template-new = Next: dear-customer new NAME.session.toml --idea { $file }
template-folder = Or keep it in a folder with others, add --scenarios FOLDER, and name it by its id as you do those that are built in.
handout-as-of = as known before { $date }
handout-foot = Dear Customer · to read beforehand
handout-think = Think about this beforehand
handout-need = How many { $people } would choose this themselves, and how do you know?
handout-support = What would people say who are no part of it: in the newspaper, in parliament, at a birthday party?
handout-letter = Suppose that a year from now you had to write a letter to all { $people } about this. For what would you apologise, and what could you explain with a clear conscience?
handout-afterwards = This happened, or was planned, as described here. How it went on is told afterwards; please do not look it up.
handout-no-disguise = { $id } has no disguise, so its names cannot be hidden.
handout-no-disguise-hint = Leave out --disguised, or add [disguise] to its file, with title, organisation and hides.
handout-ending-hint = Let it end in .md or .html, or add --format.
show-outcome = What happened
show-apology = The apology
show-lessons = Lessons
show-sources = Sources
show-outcome-hidden = What really happened is not shown here. “dear-customer scenarios show { $id } --outcome” shows it.
idea-data = Data
idea-about = About whom
idea-purpose = What for
idea-payer = Who pays
idea-gains = Who gains
idea-returns = What the customer gets back
idea-revenue = Yearly yield
idea-cost-of-not = The cost of not doing it
idea-consent = Consent

## Memo

decision-not-now = Not now
evidence-none = none
evidence-claim = claim
evidence-data = data
evidence-tested = tested
verdict-incomplete = No verdict yet
verdict-if-counsel = { $verdict }, if counsel agrees
verdict-quoted = “{ $verdict }”
verdict-between = between “{ $low }” and “{ $high }”
open-legal = the legal state is open
open-no-quorum = too few gave an answer on { $assessment }
open-split = the room is split on { $assessment }
ground-incomplete = Not on the table yet: { $missing }.
ground-range = { $range }. It depends on this: { $open }.
ground-blocked = It is prohibited as it stands, and no score makes up for that.
ground-whole = { $n ->
        [1] The one answer is an apology for doing this at all, and that rules it out.
       *[other] { $whole } of { $n } would apologise for doing this at all. Half the room is enough to rule it out.
    }
ground-open-anyhow = Something is open ({ $open }), yet every way it can turn out gives “{ $verdict }”.
ground-levels = Customer need is { $need } and societal support is { $support }
ground-core = { $levels }: by the rules that gives “{ $verdict }”.
ground-apology = { $levels }, but { $whole } of { $n } would apologise for the whole and { $how } for how: that holds it at “{ $verdict }”.
ground-apology-how = { $levels }, but { $n ->
        [1] the one answer is an apology
       *[other] { $how } of { $n } would apologise
    } for how: that holds it at “{ $verdict }”.
ground-apology-whole = { $levels }, but { $whole } of { $n } would apologise for the whole: that holds it at “{ $verdict }”.
ground-legal = { $levels }, but the legal state ({ $state }) allows no more than “{ $verdict }”.
level-at-weak = weak ({ $grade }, below the floor of { $floor })
level-at-middle = middle ({ $grade }, below the bar of { $bar })
level-at-strong = strong ({ $grade }, the bar is { $bar })
level-none = no group score
shifted = With every bar one point lower: { $lower }. One point higher: { $higher }.
shifted-same-range = With every bar one point lower or one point higher the range stays the same.
shifted-same = With every bar one point lower or one point higher the verdict stays the same.
agreement-nobody = nobody gave a score
agreement-all = { $n ->
        [1] one score, { $grade }
        [2] both gave { $grade }
       *[other] all { $n } gave { $grade }
    }
agreement-all-within = { $n ->
        [2] both within one point of { $grade }
       *[other] all { $n } within one point of { $grade }
    }
agreement-same = { $n ->
        [1] it was { $score }
        [2] both gave { $score }
       *[other] all gave { $score }
    }
agreement-ends = lowest { $lowest }, highest { $highest }
agreement-abstained = { $abstained } no basis
agreement-recused = { $recused } recused
agreement-within = { $within } of { $n } within one point of { $grade }
agreement-no-quorum = Only { $n } of { $eligible } gave a score: too few for a group score
split-line = Split: { $below } of { $n } below { $floor }, the floor; { $above } of { $n } at or above { $bar }, the bar.
split-relationship = Split: { $below } of { $n } below { $floor }, { $above } of { $n } at { $bar } or higher.
apology-counts = apology for the whole: { $whole }, for how: { $how }, none needed: { $none }
advice-strong-strong = Customers want it and society accepts it. Do it, and keep watching that both stay true.
advice-strong-middle = Customers want it, society is not convinced. Start small, explain it in public, and put conditions in place.
advice-strong-weak = Customers want it, society does not yet. Build support first, or wait.
advice-middle-strong = Society accepts it, but too few customers would choose it. Make it worth more to them before it goes wide.
advice-middle-middle = Neither customers nor society are won over. Redesign it around what customers ask for, and test that.
advice-middle-weak = Some customers may want it, society rejects it. Leave it, or come back with another idea.
advice-weak-strong = Society would accept it, but customers do not ask for it. Find the need before building anything.
advice-weak-middle = Customers do not ask for it and society shrugs. There is no case for it as it stands.
advice-weak-weak = Customers do not ask for it and society rejects it. This is the letter you would have to write.
cut-voluntary = { $from } or higher
cut-choice-limited = { $from } to { $to }
cut-captive = { $to } or lower
word-floor = floor
word-bar = bar
memo-title = Decision memo · { $title }
memo-option = Option { $id }: { $name }
memo-footer = Dear Customer { $version } · event { $event } · fingerprint { $hash }
memo-example = Worked example. The ratings and reasons in this memo were made up to show what a memo looks like. They are nobody’s and say nothing about the organisation named.
memo-solo = Solo: one person’s preparation, not a group’s judgement.
memo-pair = Pair: two people’s view, not a group’s judgement.
memo-idea = The idea
memo-verdict-label = Verdict by the rules · { $option }
memo-options = The options side by side
memo-column-option = Option
memo-column-verdict = Verdict
memo-column-apology = Apology: whole / how / none
memo-column-legal = Law
strip-label = { $label }: { $says }
memo-not-rated = not on the table yet
memo-with-source = { $what } ({ $source })
memo-sources-later = The sources are told afterwards, with what happened.
memo-depends = It depends on
memo-open = Still open
memo-open-anyhow = { $open }. However that turns out, the verdict stays the same.
memo-bars = If the bar moved
memo-others = { $n ->
        [1] The other option
       *[other] The other options
    }
memo-advice = Advice
memo-evidence = Evidence
memo-on-a-claim = { $list } { $n ->
        [one] rests
       *[other] rest
    } on a claim only, or on less.
memo-scores = The group scores, from 0 to 10
memo-rests = What it rests on, and how close another verdict is
memo-afterwards = When the board stops, and when it looks again
memo-condition = Condition
memo-decision = The board’s decision
memo-decided-on = { " " }(option { $option }), on { $date }
memo-differs = Differs from the verdict
memo-differs-why = The rules said: { $verdict }. The board’s reason: { $reason }
memo-reason = Reason
memo-review = Review date
memo-signed = . Signed off by { $names }.
memo-at-date = { $text } — looked at on { $date }
memo-by-date = By
memo-owner = Owner
memo-conditions = Conditions
memo-kill = Kill criteria: we stop if
memo-watch-not-now = Signals that would reopen it
memo-watch = Watch list
memo-dissent = Minority notes
memo-undecided = No decision is on record yet. It belongs here, with its conditions, what makes the board stop, and the date on which it looks again.
memo-proposed = Conditions that the room proposes
memo-propose-test = A test of { $assessment }, which rests on a claim only.
memo-would-help = What would make customers want this: { $what }
annex-title = Annex { $letter }. { $title }
annex-arithmetic = From the ratings to the verdict
annex-change = What would change the verdict
annex-rounds = Both rounds, and how far the room agrees
annex-evidence = Evidence and its sources
annex-legal = Legal state and questions for counsel
annex-letter = The apology letter
annex-options = The options side by side
annex-policy = Policy in force
annex-method = The method and its limits
annex-fingerprint = Fingerprint of the session
arithmetic-intro = Each step can be done again with a pencil. The group score is the highest score that more than half of the room reached: put the scores in order and take the middle one, or the lower of the two in the middle.
arithmetic-first-round = After round 1, before discussion: { $verdict }. { $ground }
step-not-rated = { $name }: not on the table yet.
step-all-recused = { $name }: everyone is recused. There is no group score, and every outcome stays possible here.
step-no-quorum = { $name }: { $n } of { $eligible } gave an answer. That is too few: there is no group score, and every outcome stays possible here.
step-grade = { $name }: in order { $sorted }. Number { $rank } of { $n } is { $grade }: the group score.
step-class = { $line } With { $cut } the relationship is “{ $class }”. The bar is then { $bar } and the floor { $floor }.
step-below-floor = below the floor of { $floor }
step-between = at or above the floor of { $floor }, below the bar of { $bar }
step-at-bar = at or above the bar of { $bar }
step-level = { $line } That is { $comparison }: { $level } ({ $number } on a scale of 0 to 2). Distance to the bar, in points: { $headroom }.
step-core = Need and support together: { $need } + { $support } − 1, but never below 0, is { $number } on the scale of verdicts from 0 to 3: “{ $verdict }”.
step-apology-whole = Apology-letter test: { $counts }. { $whole } of { $n } is half of the room or more: no verdict above 0, “do not proceed”.
step-apology-no-class = Apology-letter test: { $counts }. How many are enough to hold the verdict down depends on the relationship, which has no group score.
step-apology = Apology-letter test: { $counts }. One in { $share } is enough to hold the verdict down; of { $n }, rounded up, that is { $rank }. Number { $rank } from the worst answer up says “{ $answer }”: no verdict above { $number }, “{ $verdict }”.
step-legal-open = Legal state: open. Anything from 0 to 3 is still possible here.
step-legal = Legal state: { $state }. No verdict above { $number }, “{ $verdict }”.
step-point = The lowest of { $core }, { $apology } and { $legal } is { $number }: “{ $verdict }”.
step-closed = Nothing is open. The verdict: { $verdict }.
step-open-same = Open: { $open }. Tried every way that can turn out, the verdict stays: { $verdict }.
step-open-range = Open: { $open }. Over every way that can turn out, the lowest verdict is “{ $low }” and the highest “{ $high }”. So: { $verdict }.
grid-caption = What need and support give together, before the apology-letter test and the law
grid-before = before the letter and the law
grid-here = here
moves-label = { $name }, from round 1 to round 2
moves-words = { $n ->
        [1] One person rated twice
       *[other] { $n } people rated twice
    }: { $up } higher, { $down } lower, { $same } the same.
moves-grade = Group score { $before } before, { $after } after.
rounds-intro = In each round everyone rated alone. What was given stays: a second round stands beside the first, it does not replace it. Agreement is van der Eijk’s A: 1 where all gave the same, 0 where the scores spread evenly, −1 for two camps at the ends.
rounds-carried = { $name }: carried over from option { $option }; it is about the service, not about the idea.
rounds-participant = Participant
rounds-round = Round { $round }
rounds-reason = Reason
rounds-agreement = Agreement: { $a }, on the scale from −1 to 1.
evidence-place = Option { $option }, { $assessment }
evidence-ungraded = The room has not graded the evidence.
evidence-graded = Evidence as the room graded it: none, claim, data or tested
evidence-what = About
evidence-grade = Evidence
evidence-source = Source
evidence-would-help = What would make customers want it
evidence-notes = Notes
evidence-facts = What was known
legal-set = State in this session
legal-proposed = Proposed with the case
legal-proposed-why = { $state }. { $why }
legal-questions = Questions for counsel on this option
legal-instrument = Questions for counsel on any such idea
legal-no-advice = The legal state is set by one named owner with a source, never voted. This memo gives no legal advice.
letter-intro = Written in advance and dated a year ahead: if this went wrong, what would we have to write? And which of these sentences could we say today?
letter-draft = A draft from the facts of the session and the sentences of the room. It has not been read aloud or adopted.
letter-sentences = Each one’s sentence
letter-place = { $organisation }, { $date }
letter-dear = Dear { $people },
letter-did = A year ago we began with this. { $what }
letter-no-sentence = [The room wrote no sentence.]
letter-change = [What we stop doing, what we put right, and by when.]
letter-close = On behalf of { $organisation }
options-invented = { $summary } (Made up for this workshop; no part of the record.)
options-lower = Bars one lower
options-higher = Bars one higher
options-headroom = The verdict with the bars as they are and moved by a point, and the distance of the group scores to the bar, in points
options-ranking = Ranking, best first: { $order }. First by verdict, then by the lower of the two distances to the bar, then by the higher.
options-tie = { $options } (a tie)
policy-intro = Version { $version } of the policy, from the instrument “{ $instrument }”. The less choice people have, the more it takes.
policy-caption = What holds for each kind of relationship
policy-score = Group score
policy-apology = Share that holds the verdict down
policy-one-in = one in { $n }
policy-quorum = An assessment counts when at least { $quorum } people, or everybody where there are fewer, and more than half of those who take part in it gave an answer.
policy-whole = Half or more of the answers “for the whole” allow no verdict above “do not proceed”; otherwise the share above, rounded up, is enough to hold it down.
policy-split-grades = Where the room is split, the verdict is tried with the score at which the first camp is full, counted from below, and with the one counted from above; a split on the relationship leaves every kind of relationship possible.
policy-split = The room is split when about one in { $share } stands below the floor and as many stand at or above the bar: of n answers, n plus 1 divided by { $share }, rounded down.
method-private = Everyone rates alone; all cards go on the table at once; the room talks; where it matters, everyone rates once more, alone. There is no third round.
method-grade = A group score is never an average: it is the highest score that more than half of the room reached.
method-levels = Need and support must both carry the idea; neither makes up for the other.
method-caps = The apology-letter test and the law can only hold the verdict down, never lift it.
method-open = What is open is tried in every way it can turn out. Only where the verdict would differ is it “not yet to be said”.
method-near = How close another verdict is: the fewest single answers that would have to be different, with every group score as it is, splits aside, and the law fixed.
method-robust = How much hangs on who was there: { $draws } panels of as many people are drawn from those who rated in round 1, with replacement, and judged by the same rules. Round 2 would flatter, for talking makes people agree. With fewer than ten people no share is printed as more than 95%.
method-limits = Limits
method-conventions = Bars, floors and shares are conventions of this tool. None has been validated empirically.
method-no-advice = The memo gives no legal advice and takes no decision. The decision is the board’s own; where it differs from the verdict, the reason stands beside it.
method-room = The scores are those of the people in the room. They guess what customers and society think; a test with customers is worth more.
method-sources = Private rating, talk and rating again: Rowe and Wright 1999; Kahneman, Lovallo and Sibony 2019. Group score: Balinski and Laraki 2007. Table of need and support: after Bohanec’s DEX. Caps: the veto of ELECTRE. Split: after the RAND/UCLA panels. Agreement: van der Eijk 2001. The letter in advance: Klein’s premortem, 2007.
fingerprint-intro = This memo can be made again from the session file, byte for byte, as long as the file is as it was.
fingerprint-event = Last event
fingerprint-hash = Its hash (SHA-256)
fingerprint-session = Session
fingerprint-made = Session made on
fingerprint-scenario = Case
fingerprint-instrument = Instrument
memo-render-page = Page
memo-render-front = For the board
memo-render-notice = Note:
memo-render-grade = group score
memo-render-step = { $number } on the scale from 0 (do not proceed) to 3 (proceed)
memo-render-no-step = No place yet on the scale from 0 (do not proceed) to 3 (proceed)
memo-render-lowest = do not proceed
memo-render-highest = proceed
memo-render-count = { $rating } given by { $count }
memo-render-move = { $from } to { $to }: { $count ->
        [1] one answer
       *[other] { $count } answers
    }
memo-render-no-answers = no answers
memo-render-missing = Characters that the fonts of this file lack stand as □; the HTML has them.
style-front-heading = Page one heading
style-notice = Notice
style-letter-head = Letter head
style-letter-text = Letter text
style-colophon = Colophon
style-verdict-label = Verdict label
style-verdict = Verdict
style-scores-label = Scores label
style-scores-words = Scores in words
style-grade = Group score
style-small = Small print
style-picture = Picture
style-picture-text = Words in a picture
style-table-text = Table text
style-table-head = Table head
style-table-number = Table number
style-table-label = Table label
style-gap = Gap between tables
style-memo-table = Memo table
style-memo-labels = Memo labels
style-memo-grid = Memo grid

memo-participants = { $n ->
        [1] one participant (P1)
        [2] two participants (P1 and P2)
       *[other] { $n } participants (P1 to P{ $n })
    }


letter-how = We apologise for how we went about it.
letter-missing = This had to be in place first, in the words of the room:

evidence-idea = The idea card

## What would change it

change-from-to = from { $from } to { $to }
band-answer = “{ $answer }”
band-below = below { $t }
band-from = { $t } or more
band-two = { $low } or { $high }
band-three = { $low }, { $middle } or { $high }
band-many = { $low } to { $high }
change-on = { $n ->
        [1] one person
        [2] two people
        [3] three people
        [4] four people
        [5] five people
       *[other] { $n } people
    } on { $assessment }, { $change }
change-more = { $n ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
       *[other] { $n }
    } { $change }
change-alone = the answer on { $assessment }, { $change }
change-and = ; and{" "}
flip-nearest = “{ $verdict }” takes { $n ->
        [1] one other answer
        [2] two other answers
        [3] three other answers
        [4] four other answers
        [5] five other answers
       *[other] { $n } other answers
    }{ $more ->
        [0] :
       *[other] , for example
    } { $way }.
flip-kept = {" "}The verdict would read “not yet to be said”: the room would be split.
flip-depends = {" "}Whether it would read “not yet to be said”, for a split, depends on who changes.
flip-point = Splits aside, the group scores give “{ $verdict }”.
flip-none = How close another verdict is cannot be told: { $open }.
flip-only = With this legal state no other verdict is possible.
flip-caption = How many answers would have to be different
flip-ruled-out = above the legal cap
flip-here = as it stands
flip-here-split = by the group scores
flip-distance = { $n ->
        [one] { $n } answer
       *[other] { $n } answers
    }
flip-others = {" "}Other ways take as few.
share-above = more than { $n }%
share-below = less than { $n }%
robust-few = { $n ->
        [1] One person is too few to draw other panels from.
       *[other] Two people are too few to draw other panels from.
    }
robust-first = { $share } come to { $verdict }
robust-next = { $share } to { $verdict }
robust-rare = { $n ->
        [one] { $share } to { $verdicts }
       *[other] { $share } each to { $verdicts }
    }
robust-says = Of panels like this one, { $list }.
robust-never = not once
robust-caption = Panels like this one: how often each verdict comes out
robust-blocked = Whoever sits here: with this legal state it is “do not proceed”.
robust-open = As long as the legal state is open, no panel comes to a verdict.
robust-capped = { $how } With fewer than ten people no more than 95% is given.
robust-how = Drawn { $draws } times from the { $n } people in this room, with their ratings of round 1; each time some count more than once and some not at all (seed { $seed }). It tells how much depends on who happened to be in the room, and nothing about the world outside.
left-out-none = Leave any one of the { $n } out, and the verdict stays the same.
left-out-all = Whichever of the { $n } is left out, the verdict would change.
left-out-some = Leave one person out: for { $differ } of the { $n } the verdict would change, for the others it stays the same.
alone-caption = What each assessment alone could do: the verdict if everyone had given the lowest answer in the room, or the highest
alone-none = No assessment alone would change it: had everyone given the lowest answer in the room, or the highest, the verdict would be the same.
alone-assessment = Assessment
alone-lowest = At the lowest
alone-highest = At the highest
alone-cell = { $answer }: { $verdict }
bars-caption = The verdict with every bar a point lower and a point higher
bars-same = Bars as they are
again-no = No need to rate again: not split, and no single answer tips the scores.
again-no-class = Whether rating again is worth it cannot be told: the relationship has no group score.
again-few = Too few gave an answer; after talking, rating again may give a group score.
again-yes = Worth rating again: { $why }.
again-aside = , splits aside
again-split = the room is split
again-verdict = if one person goes { $change }, the verdict becomes “{ $verdict }”{ $aside }
again-level = if one person goes { $change }, the group score becomes “{ $reading }”
again-class = if one person goes { $change }, people count as “{ $reading }”
again-quorum = too few gave an answer
again-cap = if one person goes { $change }, the letter allows no more than “{ $verdict }”
again-named = { $name } ({ $why })
differ-begin = You differ most on { $assessment }: begin there.
room-words = { $side ->
        [below] { $n ->
            [one] { $n } point below the bar
           *[other] { $n } points below the bar
        }
        [above] { $n ->
            [one] { $n } point above the bar
           *[other] { $n } points above the bar
        }
       *[at] on the bar
    }
better-option = { $n ->
        [one] option { $options }
       *[other] options { $options }
    }
better-verdict = { $n ->
        [one] { $one } is
       *[other] { $one } are
    } better than { $other }: { $n ->
        [one] its
       *[other] their
    } verdict is { $first }, that of { $other } { $second }.
better-lower = { $n ->
        [one] { $one } is
       *[other] { $one } are
    } ahead of { $other }: the same verdict, { $verdict }, but the lower of need and support is { $first }, that of { $other } { $second }.
better-higher = { $n ->
        [one] { $one } is
       *[other] { $one } are
    } ahead of { $other }: the same verdict, { $verdict }, and the lower of need and support as far from the bar, but the higher is { $first }, that of { $other } { $second }.
better-score = { $n ->
        [one] { $one } is
       *[other] { $one } are
    } ahead of { $other }: the same verdict, { $verdict }, but { $other } lacks a group score.
better-tie-none = { $options } tie: the same verdict, and no group scores to tell them apart.
better-missing = { $options }: no verdict yet, so nothing to compare.
better-tie = { $options } tie: the same verdict, and need and support as far from the bar.
rests-class = { $grade } ({ $cut }): { $class }; bar { $bar }, floor { $floor }
rests-weak = { $grade } < floor { $floor }: { $level }
rests-middle = { $grade } < bar { $bar }, ≥ floor { $floor }: { $level }
rests-strong = { $grade } ≥ bar { $bar }: { $level }
rests-split = { $line }; split: { $below } of { $n } below { $floor }, { $above } of { $n } at { $bar } or more
rests-core = Need and support
rests-sum = { $need } ({ $needs }) + { $support } ({ $supports }) − 1 = { $number }: “{ $verdict }”
rests-sum-zero = { $need } ({ $needs }) + { $support } ({ $supports }) − 1, never below 0: 0, “{ $verdict }”
rests-cap = { $what }; at most { $number }, “{ $verdict }”
rests-no-cap = { $what }; at most something from { $low } to { $high }, not known yet
rests-split-tried = With the split
rests-split-ends = { $tried }: from { $low }, “{ $lowest }”, to { $high }, “{ $highest }”
rests-split-score = { $what } taken as { $low } and as { $high }
rests-split-class = every kind of relationship
rests-lowest = The lowest
rests-lowest-of = of { $core }, { $apology } and { $legal }: { $number }, “{ $verdict }”
rests-near = How close it is
sides-caption = The options side by side
sides-verdict = Verdict
sides-near = Closest other verdict
sides-near-one = { $n ->
        [one] { $verdict } ({ $n } other answer)
       *[other] { $verdict } ({ $n } other answers)
    }
sides-near-none = none can be reached
sides-legend = In each strip: how many gave each score from 0 to 10, + ten or more; ┊ floor, ┃ bar.
sides-strip = { $name }, option { $option }
sides-capped = { $what }; at most “{ $verdict }”
sides-bought = What changed, compared with option { $option }
sides-nothing = nothing: the scores, the letter and the law are as they were
sides-moved = { $what } { $before } → { $after }
sides-moved-level = { $what } { $before } → { $after } ({ $was } → { $is })
sides-verdict-moved = verdict { $before } → { $after }
sides-law = law { $before } → { $after }
sides-class = people { $before } → { $after }
sides-whole = apology for the whole
sides-how = for how
sides-none = none needed

## The walk

action-again = rate again
action-again-about = Everyone rates once more, alone: round 2, the last.
action-table-now = table now
action-table-now-about = Lay on the table what is in. Whoever has not handed in counts as “no basis”.
action-other = someone else
action-other-about = Call the next person to the keyboard; this one comes later.
action-option = new option
action-option-about = Add another option: the same idea in another design.
action-print = print cards
action-print-about = Write the paper cards to a file that a browser opens and prints.
action-export = write memo
action-export-about = Write the memo to a file.
action-outline = contents
action-outline-about = The parts of this page: go to one of them.
action-story = what happened
action-story-about = What really happened in this case.
action-retype = type again
action-retype-about = Type the cards once more, if one was mistyped; those handed in are replaced.
action-recuse = who sits out
action-recuse-about = Say who has a conflict of interest, and on which question.
action-note = note
action-note-about = Write down something that was said; it goes into the memo.
action-sure = how sure
action-sure-about = How close it was, and how much hangs on who sat here.
action-suppose = what if
action-suppose-about = Try another legal state, other bars or other scores; nothing is recorded.
action-sides = side by side
action-sides-about = All options beside each other, and what each change bought.
enter-verdict = back
hint-turn = change
hint-line = choose
help-turn = Choose the next possibility, or the one before.
help-line = To another line.
sure-title = How sure can a room like this be?
sure-lead = How close it was, who would have to be convinced, and whether it hangs on who sat here.
sure-title-alone = How close was it?
sure-lead-alone = Which of your answers would have to differ for another verdict.
sides-title = Which option is better?
suppose-title = What if …
suppose-keys = Choose with ↑ ↓, change with ← →: what would the rules say?
suppose-notice = What if, only a trial: your verdict stays { $verdict }.
suppose-nothing = Nothing is changed yet: this is your verdict as it stands.
suppose-as-is = now: { $now }
suppose-letter = { $counts } (whole / how / none)
suppose-bars = The bars
suppose-lower = Every bar one lower
suppose-same = As they are
suppose-higher = Every bar one higher
suppose-everyone = Everyone: { $answer }
action-go = go to
action-go-about = A list of all steps, to walk to any of them.
action-timer = clock
action-timer-about = Stop the clock of this step, or start it again.
action-undo = undo
action-undo-about = Take back the last thing. What was handed in or lies on the table stays.
action-editor = own editor
action-editor-about = This text in the editor of your choice ($VISUAL or $EDITOR), and back.
action-palette = search
action-palette-about = Search everything that can be done here.
action-theme = colours
action-theme-about = Other colours: as the terminal has them, light, dark, high contrast, none.
action-mouse = mouse
action-mouse-about = Use the mouse, or leave it to the terminal for selecting text.
action-suspend = to the shell
action-suspend-about = Back to the shell for a while; “fg” brings you here again.
action-language = Nederlands
action-language-about = Everything in Dutch, at once.
action-help = help
action-help-about = What the keys do on this page.
action-back = back
action-back-about = One page back. What you typed is kept.
action-leave = leave
action-leave-about = Leave. Everything is saved; next time you go on here.

enter-on = go on
enter-choose = choose
enter-begin = begin
enter-go = go there
enter-keep = keep
enter-next = next
enter-hand-in = hand in
enter-pass = call { $seat }
enter-curtain = I am { $seat }, alone at the screen
enter-table = cards on the table
enter-lines = floor, bar and score
enter-class = what that means
enter-apology-lines = what it allows
enter-accept = accept, and go on
enter-read-aloud = read it aloud
enter-decide = decide
enter-option = option { $id }
enter-add = add the option
enter-record = record the decision
enter-memo = to the memo
enter-export = write it to a file
enter-write = write the file
enter-story = what really happened

enter-newline = new line
enter-next-field = next
clock-over = { $time } over
clock-stopped = { $time } stopped
mark-saved = saved
mark-saving = saving …
screen-small = This window is too small: { $width } by { $height }. Dear Customer needs 60 columns and 18 rows; make the window larger or the letters smaller.
scroll-more = ▼ { $n ->
        [1] one more line
       *[other] { $n } more lines
    }: Page down
scroll-end = ▲ the end: Page up goes back
scale-none = Choose a number.
scale-at = { $n }: as the sentence marked ▸ says. Enter confirms.
scale-between = { $n }: between the sentences at { $low } and { $high }. Enter confirms.
scale-abstain = No basis to judge. Enter confirms.
scale-recused = You sit this one out. Enter confirms.
slide-of = { $n } of { $all }
help-title = Keys on this page
help-tab = To the next line; Shift and Tab go back.
help-numbers = Choose the line with this number.
help-scroll = Read on, and back.
palette-title = What would you like to do?
palette-how = Type to search, ↑ ↓ choose, Enter does it, Esc closes
palette-none = Nothing here is called that. Fewer letters find more.
theme-auto = as the terminal has them
theme-light = light
theme-dark = dark
theme-contrast = high contrast
theme-mono = none
theme-now = Colours: { $name }.
mouse-on = The mouse works here now. To select text with it, hold Shift, or press M again.
mouse-off = The mouse is the terminal’s again.
editor-none = There is no editor of your own: set VISUAL or EDITOR before you start, as in EDITOR=nano.
editor-failed = The editor ({ $editor }) did not work: { $why }.
left-safe = Everything is saved in { $file }. Go on with: dear-customer open { $file }
suspended = Dear Customer waits, and everything is saved. Type “fg” and press Enter to go on.
suspend-none = There is no shell here that could call the program back. Leave with q; everything is saved.
settings-unreadable = The settings in { $file } can’t be read ({ $why }). Everything works without them; mend or remove the file, and they are kept again.
editor-hint = The text here is as it was; go on typing.
contents-title = Contents
contents-how = ↑ ↓ choose, Enter goes there, Esc closes
help-close = Any key closes this.
wall-in = { $n } of { $all } in
wall-missing = Still to come: { $list }
wall-all-in = All are in. Nobody has seen anything yet.
wall-cards = Everyone writes a card, alone and in silence.
wall-keyboard = One after the other at the keyboard; the others look away.
wall-talk = One who gave it says why. The chair speaks last.
wall-letter = Our sentences become one letter. Then it is read aloud.
wall-memo = All of it goes into the memo.
wall-over = over time
wall-stopped = stopped
wall-left = Nobody leads this session now.
wall-damaged = File damaged: readable up to here.
wall-newer = Newer version: readable up to here.
wall-leave-about = Close this window. The session goes on.
wall-help = This window follows the facilitator and takes no answers.
open-no-terminal = The walk needs a terminal: keys come in from one, and pages go to one.
open-no-terminal-hint = Start it in a terminal window, without a pipe, or add --accessible to answer line by line. Ratings from a file go in with ‘dear-customer import’.

home-title = Write the apology letter before you need it.
home-what = Should we earn money with our customers’ data in this way? Rate it in private, lay the cards on the table, read the letter aloud, decide, and take the memo home.
home-keys = Press a number, or move with the arrows and press Enter.
home-continue = Go on with { $name }
home-own = New session: an idea of your own
home-own-about = You describe it in a few sentences.
home-more = { $n } more in this folder. Open one with: dear-customer open FILE

setup-keys = Press a number, or Enter.
setup-own = Your own idea
setup-own-lead = You describe it on the next pages; what you type there is kept.
setup-own-title = What is the idea called?
setup-own-title-help = A few words: Energy tips from meter data
setup-own-organisation = Whose idea is it?
setup-own-organisation-help = Your organisation, as the letter would be signed
setup-own-people = Whose data is it?
setup-own-people-help = What you call them, in the plural: customers, patients, members
setup-own-people-usual = customers
setup-own-option = as proposed
setup-no-title = The idea has no name yet.
setup-no-title-hint = Type a few words that everyone recognises it by.
setup-who = Who takes part?
setup-alone = I, alone
setup-alone-about = To prepare, or to see what this is. The memo says that it is one person’s.
setup-group = A group, in one room
setup-group-about = Best with 3 to 12; everyone rates in private.
setup-names = How many, or who?
setup-names-lead = Those who rate, without whoever brought the idea unless the room wants it.
setup-names-label = Participants
setup-names-help = A number, 7, or names: Anna, Bram, Carla. Empty means 7.
setup-named = May the memo show names?
setup-named-no = No: P1, P2, P3
setup-named-no-about = Names stay sealed in the file.
setup-named-yes = Yes, names
setup-named-yes-about = Everyone agrees that their rating stands beside their name.
setup-time = How much time is there?
setup-way = How does everyone rate?
setup-cards = On paper cards
setup-cards-about = Everyone writes at once; you type the numbers in one line. Quickest with five or more.
setup-keyboard = At this keyboard, one after the other
setup-keyboard-about = Between two people a curtain hides the screen. Good with three or four.
setup-place = Where may it be kept?
setup-place-lead = The session could not be written here.
setup-place-label = File
setup-place-help = A name ending in .session.toml, in a folder of your own
setup-no-content = The content cannot be read. { $what }

head-option = { $title } · { $id } { $name }
rail-frame = Idea
rail-card = Card
rail-relationship = Choice
rail-need = Need
rail-support = Support
rail-legal = Law
rail-apology = Letter
rail-verdict = Verdict
rail-decide = Decide
rail-memo = Memo
steps-title = Where to?
steps-keys = Choose with the arrows, then Enter. Nothing is lost.
steps-done = done
steps-frame = the idea and the room
steps-apology = the apology letter
steps-verdict = the verdict
steps-decide = the decision
steps-memo = the memo

frame-lead = Read this aloud, or let everyone read it. Then Enter.
frame-alone-lead = Read this, as if the decision were yours. Then Enter.
frame-own-lead = What is the plan?
frame-own-keys = Tab moves to the next line; what you type is kept.
frame-kept = This session is kept in { $file }
idea-summary = The idea, in at most three sentences
idea-summary-help = We … (who does what with which data, for whom)
idea-no-summary = The idea is not described yet.
idea-no-summary-hint = One sentence is enough: what would you do with which data?
idea-data-help = Which, how precise, from when to when
idea-about-help = Whose data, and of how many people
idea-purpose-help = What is it used for, and what not
idea-payer-help = Who pays for it
idea-gains-help = Who is better off
idea-returns-help = What they would thank you for
idea-revenue-help = About how much a year; “not known” is an answer too
idea-cost-of-not-help = What happens if you leave it
idea-consent-help = How is it asked, and what holds for those who do nothing

room-title = Who is in the room?
room-lead = The roles may stay empty. Enter goes to the next line.
room-participants = { $n } participants
room-way = Rating
room-way-cards = on paper cards
room-way-keyboard = at this keyboard, one after the other
room-print = To print the cards
room-print-how = Tab to the end, then p; or p on the page before
room-printed = open { $path } in a browser, and print
print-usual = cards
print-saved = Cards saved as { $path }. Open it in a browser and print it.
room-projector = Projector
room-projector-how = in a second terminal, in the same folder: ‘dear-customer open { $file } --room’; share that window, not this one
room-recused = Sitting out
room-recused-one = { $seat }: { $list }
room-agenda = Agenda: { $minutes } minutes
room-agenda-item = { $what } ({ $minutes } min)
room-minutes = Minutes in all
room-minutes-help = The time boxes follow; { $usual } is usual
room-classification = Who may read the memo
room-classification-help = Stands on every page: “confidential”; may stay empty
room-minutes-fault = That is no number of minutes.
room-minutes-fault-hint = Type a whole number from 5 to 600, or nothing.
role-chair = Chair
role-chair-help = Speaks last, reads the letter aloud
role-owner = Owner of the idea
role-owner-help = Answers questions of fact only, and does not rate
role-legal = Owner of the legal state
role-legal-help = Sets it, with a source; it is not voted
role-scribe = Scribe
role-scribe-help = Merges the sentences into the letter
recused-title = Who has a conflict of interest?
recused-lead = Whoever sits out is not counted on that question.
recused-help = Arrows to move, space to tick

ask-one-card = One card, { $n } questions
ask-service = The answer holds for every option, unless one changes the service itself.
ask-round-2 = Round 2, the last. Whoever stays with the earlier answer gives it again.
cards-lead = Everyone writes a card, in silence. All { $n } in? Type them, then Enter.
cards-again-lead = Round 2, the last: fresh cards. Type = for whoever stays with the earlier answer.
cards-label = { $order }
cards-help = Type 0–10 for each in this order, as in 3 9 2; - no basis, x sits out. The room sees dots only.
cards-help-apology = Type 1 whole, 2 how, 3 none, with spaces between; - no basis, x sits out. Dots only.
cards-help-stance = Type + we want this, - we do not, x no answer, with spaces between. Dots only.
cards-help-again = { $help } = as before.
cards-fault = Card { $n } ({ $seat }) does not hold a valid answer.
cards-fault-hint-again = Type a whole number from 0 to 10, = for as before, - for no basis, x for sitting out.
cards-fault-hint-apology-again = Type 1, 2 or 3, = for as before, - for no basis, x for sitting out.
enter-leave = leave; everything is saved
reveal-label = { $label }   { $score }
decide-title-alone = What would you decide?
cards-fault-hint = Type a whole number from 0 to 10, - for no basis, x for sitting out.
cards-fault-hint-apology = Type 1, 2 or 3, - for no basis, x for sitting out.
cards-fault-hint-stance = Type + or -, or x for no answer.
cards-count = There are { $given } cards in the line; it takes { $all }.
keyboard-lead = Read this together. Then the keyboard goes to { $seat }, and the others look away.
curtain-title = { $seat }, it is your turn
curtain-lead = The others look away.
curtain-in = { $n } of { $all } in
confirm-title = Go on without { $list }?
confirm-lead = They will count as “no basis”. What lies on the table cannot be taken back.
confirm-no = No, wait for them
confirm-yes = Yes, cards on the table
private-who = { $seat } · nobody else looks
private-lead = Which sentence fits best? Start there, then one up or down.
private-lead-apology = Choose one answer.
private-none = Nothing is chosen yet.
private-none-hint = Press a number, or move with the arrows.
choice-abstain = No basis to judge
choice-recused = I sit this one out (conflict of interest)
scale-help = Type 0 to 10, or use the arrows; - no basis, x sit out
reason-label = Why, in a few words (if you like)
reason-help-alone = For yourself; it stands in the memo
scale-label = Answer
reveal-legend = ┊ floor   ┃ bar   the score is marked in the row of numbers
reason-help = The room reads it after the reveal, without your name
condition-label = For the middle answer: under which conditions is none needed?
condition-help = One line; it is proposed as a condition of the decision
ready-title = All { $n } are in
ready-big = { $n } of { $all }
ready-lead = Nobody has seen anything yet. Take a breath, then Enter.
ready-alone = Your card is written
ready-alone-lead = Enter lays it on the table.
ready-sentences = Enter lays all sentences on the table, without names.
ready-stances = Enter shows where each stands, without names.

reveal-alone = Your card, on the table.
reveal-round-1 = Round 1 of 2. Everyone at once, without names.
reveal-round-2 = Round 2 of 2. There is no third.
reveal-score = Group score { $grade }: { $level }.
reveal-your-score = Your score { $grade }: { $level }.
reveal-class-means = The less choice people have, the higher the bar for what follows.
reveal-before = Round 1: group score { $was }, lowest { $lowest }, highest { $highest }. Now: { $now }.
reveal-before-apology = Round 1: { $was }.
reveal-reasons = The reasons, those at the ends first
reveal-conditions = In their own words
talk-title = Now talk: the ends first
talk-title-apology = Under which conditions is no apology needed?
talk-lead = The chair speaks last. Note what you hear; Enter passes an empty line.
talk-why = Why { $answer }?
talk-why-help = One who gave it speaks; a few words are enough
talk-condition = Condition { $n } of { $all }
talk-condition-help = As it stands on the card
talk-evidence = What do we know about { $assessment }?
talk-evidence-none = nothing but our own scores
talk-evidence-claim = somebody says so
talk-evidence-data = there are figures
talk-evidence-tested = it was tried with customers
talk-source = Where does that stand?
talk-source-help = A report, a study, a name with a date
talk-would-help = What would make customers want this, and by when?
talk-would-help-help = One line; it is proposed as a condition
talk-no-grade = There is a source, but no grade of the evidence.
talk-no-grade-hint = Press 1 to 4 in the line above.
second-title = Rate once more?
second-split = The room is split on { $assessment }. After talking it is worth asking once more; if the split stays, that is a result.
second-one = On { $assessment }: { $why }. After talking it is worth asking once more.
second-free = Nothing hangs on a single answer.
second-again = Rate again
second-again-about = In private, once; earlier answers stay beside it.
second-accept = Accept, and go on
second-accept-about = What lies on the table stands.
note-title = A note
note-lead = It goes into the memo, without a name unless you write one.
note-label = Note
note-help = One line; Enter keeps it

legal-lead = One person sets this, with a source. It is not voted.
legal-lead-owner = { $owner } sets this, with a source. It is not voted.
legal-page-proposal = Proposed with the case:
legal-page-questions = Questions for counsel
legal-page-source = Who or what says so?
legal-page-source-help = A name with a date, a memo, an article of law
legal-page-case-source = the case file, as of { $date }
legal-page-none-hint = Press a number. “Not known yet” is an answer too.

sentence-start = We apologise for
sentence-lead = It is a year from now and everyone knows. Finish the sentence.
sentence-label = The key sentence of our letter
sentence-help = Or start anew with: We gladly explain …
sentence-empty = The sentence is not finished.
sentence-empty-hint = Everyone writes one. If nothing needs an apology, begin with: We gladly explain …
sentences-cards-lead = Each writes the key sentence alone, on the card. Type those you want to use.
sentences-cards-help = As written. Enter passes an empty line
sentences-title = Our sentences
sentences-lead = The next page holds the letter that they make.
letter-title = The letter, a year from now
letter-lead = The scribe makes it one letter.
letter-keys = Tab, then Enter: it is read aloud.
letter-help = Fill in what stands between [ ]; it is not read aloud. Enter starts a new line.
standing-title = The letter
standing-lead = The chair stands and reads aloud.
standing-lead-chair = { $chair } stands and reads aloud.
today-title = Which sentence could we say today?
today-lead = A letter need not wait until it is too late.
today-label = The sentence
today-help = None? Then Enter
today-note = We could say today: { $sentence }

option-title = Option { $id }
option-lead = The same idea in another design. What you do not change is carried over: the relationship.
option-lead-case = The case brings a redesign. Take it, or change it into one of your own.
option-name = What is it called?
option-name-help = A few words: only for those who switch it on
option-summary = What is different?
option-summary-help = In at most three sentences
option-service = Does it change the service itself, so that leaving becomes easier or harder?
option-service-no = No: the relationship carries over
option-service-yes = Yes: it is rated anew
option-empty = Here a text is missing.
option-empty-hint = A few words are enough.

stand-title = Do we want this?
stand-lead = Not whether it can be done: whether we want to be the ones who do it.
stand-yes = We want this
stand-no = We do not want this
stand-because = Because
stand-because-help = In your own words; the room reads it without your name
stand-who = P
stand-because-cards = Reasons worth noting: the P-number, Enter, the words. On an empty row: go on.
stand-who-fault = A reason belongs to someone who is not here, or who has one already.
stand-none-hint = Press 1 or 2.
stances-cards-lead = Everyone writes on the card: we want this, or we do not, because …
stances-title = Do we want this?
stances-lead = Without names. Then the board decides.
stand-word-yes = wants this
stand-word-no = does not

decide-title = What does the board decide?
decide-lead = The verdict is the rules’, the decision is yours.
decide-rules = By the rules:
decide-option = About which option?
decide-code = The decision
decide-not-now-about = with the signals that would reopen it
decide-reason = Why?
decide-reason-help = In one or two sentences; required where it differs from the verdict
decide-none-hint = Press a number from 1 to 5.
conditions-title = Which conditions does the board take over?
conditions-lead = Proposed by the room and by the evidence.
conditions-help = Arrows, and space to tick; then Enter. None is proposed? Enter.
owners-title = Who sees to it, and by when?
owners-lead = A condition without owner and date is a wish.
owners-condition = Condition
owners-owner = Owner
owners-by = By
rows-help = Enter: next cell; on an empty row: go on.
rows-help-date = Enter: next cell; on an empty row: go on. A date such as 1-5-2027.
rows-empty = A row has something in it but not what it is about.
rows-empty-hint = Fill in its first cell, or empty the others.
kill-title = What would make us stop?
kill-lead = A state that anyone can see, and the date on which you look.
kill-state = We stop if
kill-by = Looked at on
review-title = What do we watch, and when do we look again?
review-lead = Signals that would change your mind, and the date of the next look.
review-lead-not-now = Not now: which signals would reopen it, and when do you look again?
review-watch = We watch
review-date = Review date
review-date-help = Such as 1-5-2027 or 1 May 2027; may stay empty
date-fault = “{ $text }” is no date.
date-fault-hint = Type day, month and year: 1-5-2027, 1 May 2027 or 2027-05-01.
dissent-title = Who sees it differently?
dissent-lead = Minority notes stand in the memo, on page one.
dissent-note = Note
sign-title = Who signs?
sign-lead = Names, separated by commas.
sign-what = Option { $option }: { $decision }.
sign-label = Signed off by
sign-help = Anna Bos, Bram de Wit; may stay empty

preview-title = The memo
preview-lead = As it will read.
preview-keys = Page down to read on.
preview-stale = Saved as { $path }, before what happened was told. x writes it anew, with that.
preview-written = Saved as { $path }
export-title = Write the memo to a file
export-keys = Choose with a number; Enter goes to the next line.
export-html = HTML
export-html-about = to print, to mail, to open in a browser
export-docx = DOCX
export-docx-about = for Word or LibreOffice, to edit
export-pdf = PDF
export-pdf-about = to print, to mail
export-md = Markdown
export-md-about = plain text
export-csv = CSV
export-csv-about = every rating in a row of its own, for a spreadsheet
export-json = JSON
export-json-about = data, for other programs
export-name = Name of the file
export-name-help = The ending is added. A file of that name is replaced.
export-language = Language
export-folder = Folder
export-folder-help = The folder of the session, if you leave it as it is.
export-no-folder = There is no folder { $path }.
export-no-folder-hint = Type the path of a folder that is there.
language-en = English
language-nl = Dutch
export-usual = memo
export-no-name = The file has no name.
export-no-name-hint = Type one, such as memo.
story-yours = Your letter

## Cards

cards-title = Cards: { $title }
cards-facilitator = For the facilitator
cards-how-print = Print on one side, at 100%, and cut each page along the dashed line. Leave this page out.
cards-how-hand-out = Hand every participant their own pile. Names or numbers and options are printed on the cards; the round is ticked by hand.
cards-how-write = Everyone writes alone and in silence. Nobody shows a card.
cards-how-collect = Take in one assessment at a time. Type nothing before the last card is in, and turn to the next assessment only after the reveal.
cards-how-letter = For the apology letter everyone first writes its key sentence, and the scribe works them into the letter. Nobody ticks an answer before the chair has read the letter aloud.
cards-how-again = For round 2, hand out fresh cards: print those pages again.
cards-participant = Participant
cards-round = Round
cards-service = The service itself, whichever option
cards-option = Option { $id }: { $name }
cards-relationship = Relationship
cards-need = Customer need
cards-support = Societal support
cards-apology = Apology letter
cards-think = To think about
cards-anchors = Start from the sentence that fits best, then one up or down
cards-score = My score
cards-circle = circle one number
cards-no-basis = no basis to judge
cards-recused = recused (conflict of interest)
cards-reason = Why, in a few words (if you like)
cards-sentence = First: the key sentence of the letter. Finish one of the two.
cards-apologise = We apologise for
cards-explain = We gladly explain
cards-answer = After the letter has been read aloud: tick one answer
cards-conditions = For the middle answer: under which conditions is no apology needed?
cards-cut = cut here

## The walk on record

private-sentence = the sentences for the letter
private-stance = what each wants
refusal-shown = Already on the table, on option { $option }: { $what }.
refusal-shown-hint = What lies on the table stays.
refusal-nothing-to-show = Nobody has handed in anything on option { $option } yet: { $what }.
refusal-no-stance = It is not said whether { $who } wants this or not.
refusal-text-twice = { $who } appears twice: { $what }, option { $option }.
refusal-no-rating-for-reason = There is no rating by { $who } on the table for { $assessment }, option { $option }, round { $round }.
refusal-no-rating-for-reason-hint = A reason can be added once its rating lies on the table.
refusal-page = There is no such page.
refusal-not-own-idea = This idea came from a file or from the library, and stays as it is.
refusal-not-own-idea-hint = To change something in it, add an option; or begin a session with an idea of your own.
refusal-idea-empty = An idea needs a name, and a sentence that says what it is.
stance-title = What each wants
stance-intro = Before the decision everyone completed in private: “we do / do not want this, because …”. No rule counts these words; they stand beside the verdict.
stance-counts = { $yes ->
        [one] { $yes } wants this
       *[other] { $yes } want this
    }, { $no ->
        [one] { $no } does not
       *[other] { $no } do not
    }
stance-silent = { $counts }; { $n } did not say.
stance-yes = { $who } wants this
stance-no = { $who } does not want this
held-title = How the session was held
held-chair = Chair
held-owner = Owner of the idea
held-legal = Legal owner
held-scribe = Scribe
held-recused = Recused
held-recused-from = { $who }: { $list }
held-way = How ratings were given
held-cards = On paper cards. The facilitator typed them in once the last card was there, and so saw them first.
held-keyboard = Everyone typed alone and passed the keyboard on. Nobody saw another’s rating before all were on the table.
cards-want-title = Later, to decide:
cards-want = We want this
cards-want-not = We do not want this
cards-want-option = Option
cards-forecast-title = Last of all:
cards-forecast = how likely is an apology or withdrawal within 24 months
cards-forecast-knew = I knew the case
cards-want-because = because
cards-how-decide = Before the decision hand everyone the last card of their pile back: at its foot each completes, alone: “we do / do not want this, because …”.

# How real cases ended, in the middle of a sentence

outcome-withdrawn = withdrawn
outcome-fined = fined
outcome-apologised = apologised for
outcome-accepted = accepted
outcome-thriving = still in use and growing
outcome-declined = turned down by choice
outcome-reformed = changed
outcome-ordered = an order or a finding of a supervisor
outcome-contested = still contested

regret-act = the act itself
regret-oversight = what was not done to prevent it
regret-handling = how it was handled
regret-confusion = the confusion (that it was told badly)
regret-feelings = the feelings of those who were upset

confidence-high = How well this is documented: well; several sources agree.
confidence-medium = How well this is documented: in part; some of it rests on one source, or on weak ones.
confidence-low = How well this is documented: thinly; it rests on one source.

relation-law = they must take part by law
relation-utility = hard to live without
relation-lock-in = leaving is costly
relation-voluntary = a real alternative
relation-unaware = they did not know

country-at = Austria
country-be = Belgium
country-de = Germany
country-fr = France
country-gb = United Kingdom
country-hk = Hong Kong
country-jp = Japan
country-nl = Netherlands
country-se = Sweden
country-us = United States

sector-banking = banking
sector-payments = payments
sector-insurance = insurance
sector-retail = retail
sector-telecom = telecom
sector-transport = public transport
sector-cars = cars
sector-navigation = navigation
sector-health = health
sector-government = government
sector-post = post
sector-media = media
sector-software = software
sector-sport = sport
sector-farming = farming
sector-travel = travel
sector-home = the home
sector-other = other

# The debrief

debrief-title = What really happened
debrief-ended = How it ended: { $how }.
debrief-regrets = What it regrets, by our reading: { $what }.
debrief-not-the-act = Not the act itself.
debrief-differs = The one thing that differed:
debrief-twins = The same idea, another ending
debrief-stopped = Within 24 months it ended in a public apology or was withdrawn.
debrief-not-stopped = Within 24 months it did not end in a public apology and was not withdrawn.
debrief-forecasts-title = The forecasts
debrief-forecasts = How likely each held an apology or a withdrawal, beforehand
debrief-library = Library
debrief-base = { $n } of the { $of } other cases
debrief-brier = Brier score { $brier }
debrief-recognised = knew the case: does not count
debrief-calibration = Mean confidence { $confidence }, right { $right } of { $of } ({ $low }–{ $high }%, a 95% interval; who said 50% took no side).
debrief-mean-brier = Mean Brier score { $own } (0 is perfect, 1 is certain and wrong); knowing only how often the other cases ended so gives { $base }.
debrief-recognised-count = { $n ->
    [one] One of you knew the case, and is not counted.
   *[other] { $n } of you knew the case, and are not counted.
}
debrief-questions = To talk about

# Practice and the library

home-practise = Practise on a real case
home-practise-about = With everything known before the decision; what happened comes at the end.
home-elsewhere = { $day }, in { $folder }
home-demo = Look round in a worked example
home-demo-about = With made-up ratings, at its verdict. Nothing of it is kept.
head-example = EXAMPLE · { $title }
demo-said = An example: these ratings are made up. Look round, change what you like; nothing of it is kept.
demo-fault = The example could not be made: { $why }
welcome-title = Welcome to Dear Customer
welcome-lead = Write the apology letter before you need it.
welcome-ing = In March 2014 ING set out a plan by which advertisers would reach customers through what their payments tell. A week later it apologised in an open letter to all its customers. This is for the meeting that should have come before.
welcome-rate = Everyone rates alone: do customers need this, does society support it, can customers say no?
welcome-table = Then all answers lie on the table at once, and you talk where you differ.
welcome-letter = You write the apology letter now, and read it aloud.
welcome-decide = You get a verdict by published rules, decide yourselves, and take a memo home.
welcome-no-advice = It gives no legal advice and takes no decision. Nothing leaves this computer.
welcome-how-title = How it works
welcome-foot = The last line of every screen says which keys work there.
welcome-enter = Enter goes on. Numbers and arrows choose. There is nothing you can break.
welcome-back = Esc goes one page back, u takes back the last thing, ? explains a page.
welcome-search = Ctrl-P (hold Ctrl, press P) searches everything that can be done.
welcome-saved = Everything is saved as you go. Stop with q when you like, and go on later.
welcome-begin = Begin
home-library = The library of real cases
home-library-about = Look round, print a handout, read how each ended.
shelf-title = The library
shelf-practise = Which case?
shelf-lead = { $found } of { $all } cases; { $stopped } of the { $all } ended in a public apology or were withdrawn within 24 months.
shelf-keys = ⇄ has a twin. Tab: search and narrow down.
shelf-search = Search
shelf-names = Names
shelf-names-hidden = hidden, until what happened is told
shelf-names-shown = shown
shelf-sector = Sector
shelf-country = Country
shelf-relation = Relationship
shelf-twins = Twins
shelf-twins-only = only those with a twin
shelf-all = all
shelf-any = Any of these, by lot
shelf-any-about = for whoever should not choose
shelf-suggested = suggested
shelf-none = No case fits.
shelf-none-hint = Empty the search with Backspace, or turn a dial back to “all”.
shelf-take = Practise on this case
shelf-take-about = Alone or with a group.
shelf-take-twin = Practise on it and on its twin
shelf-take-twin-about = Beside “{ $title }”.
shelf-handout = Write a handout
shelf-handout-about = A sheet to print for participants, without what happened.
shelf-outcome = Read what happened
shelf-outcome-about = For trainers: it gives the ending away.
enter-look = look at it
enter-back = back
setup-pair = First “{ $first }”, then “{ $second }”
twin-gone = The session with the twin, { $file }, is not in this folder.
twin-gone-hint = Put it back beside this one, or go on with what happened here.

handout-usual = handout
handout-saved = The handout is saved as { $path }. Open it in a browser and print it.

# Forecast and debrief

steps-debrief = what really happened
rail-debrief = Debrief
forecast-title = How likely is it that this ended in a public apology, or was withdrawn, within 24 months?
forecast-lead = Before you hear what happened. Once locked it stays.
forecast-base = In the library this holds for { $n } of { $of } cases.
forecast-means = Counted from the date of the plan. An idea that was turned down before anyone heard of it counts as not withdrawn.
forecast-label = How likely?
forecast-help = Type a digit for tens (7 is 70%; 1 and then 0 is 100%), or use the arrows.
forecast-at-0 = impossible
forecast-at-50 = as likely as not
forecast-at-100 = certain
percent-at = { $percent }%: in { $n } of 10 cases like this.
percent-none = Nothing chosen yet.
forecast-recognised = Did you know, or recognise, this case?
forecast-recognised-no = No
forecast-recognised-yes = Yes
forecast-recognised-about = Then your forecast does not count in the scores.
forecast-none-hint = Pick how likely you hold it, and say whether you knew the case.
forecast-early = Told once there is a verdict of your own.
forecast-cards-lead = Each writes a percentage on paper, in silence, and a k if they knew the case. All { $n } in? Type them, then Enter.
cards-help-forecast = Type 0 to 100 in tens with spaces between; 70k if they knew the case, - for none. The room sees dots only.
cards-fault-hint-forecast = Type 0, 10, 20 … 100, with a k where the case was known, or - for no forecast.
enter-lock = lock it
confirm-forecast-lead = Without a forecast they are not in the scores. What is told can’t be untold.
confirm-forecast-yes = Yes, go on
locked-title = { $n ->
    [0] No forecast is locked
    [one] One forecast is locked
   *[other] { $n } forecasts are locked
}
locked-lead = What is locked stays. Now: what really happened.
locked-pair-lead = What is locked stays. What happened here would give the twin away: walk that first.
locked-twin = To the twin
locked-twin-about = The same idea elsewhere, in a session of its own.
locked-tell = What really happened
locked-tell-about = It tells how the twin ended as well.
enter-twin = what happened in the other case
locked-pair-both = What is locked stays, in both cases. Now what happened, the first case first.
forecast-undecided = Nothing is decided yet (g goes there). Once it is told, nothing in this session changes any more.
story-step = { $date }  ·  { $n } of { $all }
story-before = Before that
story-letters = Two letters
story-yours-none = No letter and no sentence was written here.
debrief-no-apology = No public apology is on record here.
debrief-both = What the same room made of both
debrief-case = Case
enter-home = back to the beginning
ask-round-2-alone = Round 2, the last. If you stay with your answer, give it again.
enter-to-list = to the list
shelf-none-hidden = Nothing found. The names are hidden: search for a kind of organisation, or turn Names to “shown”.
shelf-none-found = Nothing found. Empty the search, or turn a dial back to “all”.
debrief-gone = This case is not in the library any more.
debrief-gone-hint = Open the session with --scenarios and the folder in which the case stands.
story-of = { $title } · { $organisation }
story-yours-regrets = And what does yours regret: { $list }?
refusal-locked = { $who } has locked a forecast already.
refusal-locked-hint = What is locked stays as it is.
refusal-told = What happened has been told: nothing is rated, written or decided any more.
refusal-told-hint = The memo stays as it was. Begin another session from Home to try it again.
refusal-debriefed = What happened has been told already.
refusal-no-debrief = Of this idea there is nothing to tell: it is no real case.
refusal-debrief-early = What happened is told once the room has a verdict of its own.
refusal-debrief-early-hint = Rate option A first, up to the verdict.
refusal-no-disguise = The case { $id } has no disguise.

# Argue the other side

other-side-title = Argue the other side
other-side-lead = You gave { $given }. Somebody who knows these people well sees it the other way. What is their best reason? Then rate once more. Leave it empty to go on without rating again.
other-side-lead-none = Somebody who knows these people well has a clear view. What is their best reason? Then rate once more. Leave it empty to go on without rating again.
other-side-score = { $assessment } a { $score }
other-side-label = Their best reason
other-side-help = In a sentence. It is kept as a note.
other-side-note = The other side: { $text }

## Accessible mode

prompts-step = Step { $n } of { $all }: { $name }
prompts-enter = Enter: { $what }
prompts-welcome = Line by line: answer after each sign >, and Enter keeps what stands there. /? says what else works; /q leaves, and everything is saved.
prompts-help-title = What works here:
prompts-help-enter = Enter keeps what stands there; after the last answer: { $what }
prompts-help-text = / alone reads the page again. A text that begins with / is typed with //. A dot alone empties what stands there.
prompts-not-here = That does not work here.
prompts-not-here-hint = /? says what does.
prompts-stands = Now: { $text } (Enter keeps it, a dot empties it)
prompts-stands-unseen = There is an answer already. Enter keeps it.
prompts-begins = It begins with: { $text } … Type the rest.
prompts-unseen = What you type does not show.
prompts-pick = Type a number.
prompts-pick-now = Type a number. Enter: { $n }
prompts-pick-or-none = Type a number, or Enter for none.
prompts-no-number = That is no answer here.
prompts-number-hint =
    { $n ->
        [0] Press Enter.
        [1] Type 1.
       *[other] Type a number from 1 to { $n }.
    }
prompts-list = Type a number, other words to search, or 0 to begin the search anew. Enter: { $n }
prompts-search = Type other words to search, or 0 to begin the search anew.
prompts-list-none-hint = Type other words, or 0 to begin the search anew.
prompts-pile =
    { $n ->
        [one] { $n } of { $all } cards.
       *[other] { $n } of { $all } cards.
    }
prompts-pile-stands = { $n } of { $all } cards stand here already. Enter keeps them.
prompts-scale = Type 0 to 10, - for no basis to judge, or x to sit this one out.
prompts-scale-hint = Type a whole number from 0 to 10, - or x.
prompts-scale-at = { $n }: { $sentence } Enter confirms.
prompts-percent = Type 0 to 100, in tens.
prompts-percent-hint = Type 0, 10, 20 and so on to 100.
prompts-confirm = { $says } Enter confirms.
prompts-again = The same once more, to confirm it; it is not read out.
prompts-differs = The two answers are not the same.
prompts-differs-hint = Type your answer, and then the same once more.
prompts-ticks = Type the numbers you choose, with spaces between; 0 for none. Enter keeps it as it is.
prompts-ticks-rows = Type the numbers for each, with spaces between; 0 for none. Enter keeps it as it is.
prompts-ticks-none = None is proposed. Enter: go on
prompts-ticked = { $n }. { $item } (chosen)
prompts-lines = Type the text line by line; an empty line begins a new paragraph, a dot alone ends it. Enter at once: no text
prompts-lines-stand = Enter keeps it. A number changes that line, { $next } adds one. Anything else begins a new text, which a dot alone ends.
prompts-paragraph = Line { $n }, anew; Enter keeps it, a dot drops it.
prompts-paragraph-new = Line { $n }
prompts-row = Row { $n }
prompts-row-stands = Row { $n }: { $text }. Enter keeps it, 1 changes it, 0 drops it.
prompts-row-hint = Press Enter, or type 1 or 0.
prompts-row-new = Row { $n }; Enter alone: no more
prompts-dials = Type the number of what to change. Enter: { $what }
prompts-clock = Left of this step: { $time }. /tt stops the clock, or starts it again.
prompts-clock-over = The time of this step is up: { $time }. /tt stops the clock, or starts it again.
prompts-contents = Type the number of a part to read it. Enter: back to the page
prompts-left = Left. Everything is saved.
prompts-end = The input ends here. Everything is saved.
prompts-twin = Twin:
prompts-arrow = to
prompts-heard = As before. / reads it again.
prompts-score-now = Type 0 to 10. Enter: { $now }
prompts-score-hint = Type a whole number from 0 to 10.
memo-plain-nobody = nobody
memo-plain-people =
    { $n ->
        [0] nobody
        [1] one person
        [2] two people
        [3] three people
        [4] four people
        [5] five people
        [6] six people
        [7] seven people
        [8] eight people
        [9] nine people
        [10] ten people
        [11] eleven people
        [12] twelve people
       *[other] { $n } people
    }
