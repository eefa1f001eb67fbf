# Every word of the program in English. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

assessment-relationship = relationship
assessment-need = customer need
assessment-support = societal support
assessment-legal = legal state
assessment-apology = apology-letter test
class-voluntary = voluntary
class-choice-limited = choice-limited
class-captive = captive
level-weak = weak
level-middle = middle
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
legal-clear = lawful
apology-whole = for the whole
apology-how = for how
apology-none = no apology needed
answer-abstain = no basis to judge
answer-recused = recused

## Content: diagnostics

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
notice-torn = The last { $bytes } bytes of the file come from a write that was cut off. Nothing that was marked as saved is missing.
notice-set-aside = The last { $bytes } bytes of the file came from a write that was cut off. They were set aside in { $path }; nothing that was marked as saved is missing.
notice-damaged = The file was altered or damaged: event { $event }, from line { $line } on, does not fit its hash. Everything before it is whole and can be read.
notice-damaged-hint = Nothing is changed in it. Put back a copy that is whole, and keep this file apart.
notice-newer = The session was written by a newer version of Dear Customer: from event { $event } on this version does not know what it says.
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

## Memo

## Cards
