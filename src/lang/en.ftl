# Every word of the program in English. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

## Content: diagnostics

## Session: refusals and log

## Command line

## Memo

memo-render-page = Page
memo-render-front = For the board
memo-render-notice = Note:
memo-render-grade = group score
memo-render-step = { $number } on the scale from 0 (do not proceed) to 3 (proceed)
memo-render-no-step = No place yet on the scale from 0 (do not proceed) to 3 (proceed)
memo-render-lowest = do not proceed
memo-render-highest = proceed
memo-render-count = { $rating } given by { $count }
memo-render-no-answers = no answers

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
