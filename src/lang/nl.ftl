# Every word of the program in Dutch. Same keys and arguments as the other
# language; one section a module, keys prefixed by it.

## Scales and verdicts (method)

## Content: diagnostics

## Session: refusals and log

## Command line

## Memo

## Cards
