"""Robustness (METHOD.md §5) with numpy, to be timed beside the Rust bench
`robustness_10000` of `benches/method.rs`: 10 000 panels drawn from the same
nine rows and judged, on one thread, with every rule a comparison of counts
over all draws at once.

    python3 benches/peers/robustness.py
    python3 benches/peers/robustness.py --check [verdict.json robustness.json]

The first prints timings, the second compares the rules with the expected
results (by default those in `tests/reference`). Run by hand; needs numpy; no
test depends on it. Panels are counted in two ways: straightforwardly, and with
counts packed in words, which is as fast as numpy was made to go. The random
numbers are numpy's own, so the shares differ from the Rust ones by the noise of
10 000 draws.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import json
import statistics
import time
from pathlib import Path

import numpy as np

DRAWS = 10_000
SEED = 1
RUNS = 100
SIZES = (3, 9, 30)

COLUMNS = ("relationship", "need", "support", "apology")
RELATIONSHIP, NEED, SUPPORT, APOLOGY = range(4)
ABSTAINED, RECUSED = -1, -2

# The same nine rows stand in benches/method.rs.
NINE = [
    (2, 3, 6, 0),
    (3, 9, 7, 2),
    (2, 2, 6, 1),
    (5, 3, 5, 0),
    (1, 4, 6, 2),
    (3, 3, 6, 1),
    (2, 9, 7, 2),
    (4, 8, 8, 2),
    (6, 5, 4, 1),
]

CODES = ("do-not-proceed", "redesign", "proceed-with-conditions", "proceed", "not-yet")
NOT_YET = 4
# The lowest and the highest cap of each state (METHOD.md §4.7, §4.9).
LEGAL = {
    "blocked": (0, 0),
    "fixable": (1, 1),
    "conditional": (2, 2),
    "clear": (3, 3),
    "open": (0, 3),
}

# The floors of the three classes, then their bars (METHOD.md §4.3).
LINES = (3, 4, 5, 6, 7, 8)
NEVER = 255  # more than anybody counts to

def counts_at(answers):
    """For each of COLUMNS what the rules compare: need and support at or above
    each of LINES, relationship from 4 and from 7, apology from `how` and from
    `none`; then given and recused. `answers` is draws x seats x columns."""
    def at_least(column, lines):
        return [(answers[:, :, column] >= line).sum(axis=1) for line in lines]

    counts = [
        *at_least(NEED, LINES),
        *at_least(SUPPORT, LINES),
        *at_least(RELATIONSHIP, (4, 7)),
        *at_least(APOLOGY, (1, 2)),
        *((answers[:, :, column] >= 0).sum(axis=1) for column in range(4)),
        *((answers[:, :, column] == RECUSED).sum(axis=1) for column in range(4)),
    ]
    return np.array(counts)


def packed(rows, seats):
    """The same counts as bytes, got another way: the 24 flags of a row are the
    bytes of three 64-bit words, so that eight counts are added at once. Panels
    are the columns of `seats`; at most 127 seats."""
    answers = rows.T
    lines = np.array(LINES)[:, None]
    flags = np.concatenate([
        answers[NEED] >= lines,
        answers[SUPPORT] >= lines,
        answers[RELATIONSHIP] >= [[4], [7]],
        answers[APOLOGY] >= [[1], [2]],
        answers >= 0,
        answers == RECUSED,
    ])
    words = np.ascontiguousarray(flags.T).view(np.uint64).T.copy()
    sums = np.stack([word.take(seats).sum(axis=0) for word in words])
    panels = seats.shape[1]
    return sums.view(np.uint8).reshape(3, panels, 8).transpose(0, 2, 1).reshape(24, panels)


def judge(counts, size, legal):
    """The code of each panel of `size` seats, as a position in CODES."""
    lines = counts[:12].reshape(2, 6, -1)
    at_floor, at_bar = lines[:, :3], lines[:, 3:]  # need and support x class x panel
    from_4, from_7, from_how, from_none = counts[12:16]
    given = counts[16:20]
    room = size - counts[20:24]

    quorum = (given >= np.minimum(room, 3)) & (2 * given > room) & (given > 0)
    # METHOD.md §4.1: the grade reaches t if so many answers do.
    half = given // 2 + 1
    # METHOD.md §4.9: how many on each side make a split; a panel too small for one, none.
    side = (given + 1) // 3
    side[side == 0] = NEVER

    # METHOD.md §4.2, §4.9: the classes that are possible.
    camps = given[RELATIONSHIP] - from_4 >= side[RELATIONSHIP]
    camps &= from_7 >= side[RELATIONSHIP]
    any_class = camps | ~quorum[RELATIONSHIP]
    reach_4 = from_4 >= half[RELATIONSHIP]
    reach_7 = from_7 >= half[RELATIONSHIP]
    possible = np.stack([reach_7, reach_4 & ~reach_7, ~reach_4]) | any_class

    # METHOD.md §4.9: so many answers at a line put the lowest (the highest) grade there.
    both = slice(NEED, SUPPORT + 1)
    below = given[both, None] - at_floor >= side[both, None]
    split = (below & (at_bar >= side[both, None]) & possible).any(axis=1)
    low = np.where(split, given[both] + 1 - side[both], half[both])
    high = np.where(split, side[both], half[both])
    low[~quorum[both]] = NEVER
    high[~quorum[both]] = 0

    def core(enough):
        # METHOD.md §4.4, §4.5: of each class.
        levels = (at_floor >= enough[:, None]).astype(np.uint8) + (at_bar >= enough[:, None])
        return np.maximum(levels[0] + levels[1], 1) - 1

    # METHOD.md §4.6: of each class.
    answered = given[APOLOGY]
    part = np.array([[3], [4], [5]], counts.dtype)
    veto = (answered + (part - 1)) // part
    cap = 1 + (answered - from_how < veto).astype(np.uint8) + (answered - from_none < veto)
    cap *= from_how >= half[APOLOGY]
    cap_low = np.where(quorum[APOLOGY], cap, 0)
    cap_high = np.where(quorum[APOLOGY], cap, 3)

    # METHOD.md §4.8, §4.9: the lowest and the highest over the possible classes.
    lowest = np.where(possible, np.minimum(core(low), cap_low), 3).min(axis=0)
    highest = np.where(possible, np.minimum(core(high), cap_high), 0).max(axis=0)
    legal_low, legal_high = LEGAL[legal]
    lowest = np.minimum(lowest, legal_low)
    highest = np.minimum(highest, legal_high)
    return np.where(lowest == highest, lowest, NOT_YET)


def robustness(rows, legal, pack=False, draws=DRAWS, seed=SEED):
    """The share of each of CODES among panels drawn from the rows."""
    size = len(rows)
    random = np.random.default_rng(seed)
    if pack:
        counts = packed(rows, random.integers(0, size, (size, draws)))
    else:
        counts = counts_at(rows[random.integers(0, size, (draws, size))])
    codes = judge(counts, size, legal)
    return np.bincount(codes, minlength=len(CODES)) / draws


def row_table(columns):
    """One row for each participant from one list of answers for each column."""
    absent = {None: ABSTAINED, "recused": RECUSED}
    numbers = [[absent.get(answer, answer) for answer in column] for column in columns]
    return np.array(numbers, np.int8).T


def check_verdicts(path):
    """Judges each case as a batch of one panel with everybody in it once."""
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    wrong = []
    for case in cases:
        rows = row_table([case["answers"][column] for column in COLUMNS])
        for counts in (counts_at(rows[None]), packed(rows, np.arange(len(rows))[:, None])):
            [code] = judge(counts, len(rows), case["answers"]["legal"])
            if CODES[code] != case["expect"]["code"]:
                wrong.append(f"{case['id']} gives {CODES[code]}, not {case['expect']['code']}")
    print(f"verdicts: {len(cases) - len(wrong)} of {len(cases)} agree", *wrong, sep="\n  ")
    return not wrong


def check_shares(path, tolerance=0.015):
    """Compares the shares with those of all possible draws."""
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    largest, where = 0.0, None
    for case in cases:
        by_column = dict(zip(case["columns"], zip(*case["rows"])))
        rows = row_table([by_column[column] for column in COLUMNS])
        shares = robustness(rows, case["legal"])
        for code, share in zip(CODES, shares):
            deviation = abs(share - case["exact_shares"][code])
            if deviation > largest:
                largest, where = deviation, f"{case['id']}, {code}"
    print(
        f"shares: {len(cases)} cases, largest deviation {largest:.4f} ({where}), "
        f"at most {tolerance} allowed"
    )
    return largest <= tolerance


def time_runs():
    """Times whole runs, drawing included."""
    print(f"numpy {np.__version__}, {DRAWS} draws, {RUNS} runs, one thread, milliseconds")
    for pack, name in ((False, "straightforward"), (True, "packed")):
        for size in SIZES:
            rows = np.array([NINE[i % len(NINE)] for i in range(size)], np.int8)
            runs = []
            for _ in range(RUNS):
                start = time.perf_counter()
                shares = robustness(rows, "conditional", pack)
                runs.append((time.perf_counter() - start) * 1000)
            median, fastest = statistics.median(runs), min(runs)
            print(f"{name}, n = {size:2}: median {median:.3f}, fastest {fastest:.3f}")
            if size == len(NINE):
                print("   ", ", ".join(f"{c} {s:.4f}" for c, s in zip(CODES, shares)))


def main():
    reference = Path(__file__).resolve().parents[2] / "tests" / "reference"
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument(
        "--check",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="verdict.json and robustness.json (by default those of tests/reference)",
    )
    check = parser.parse_args().check
    if check is None:
        time_runs()
        return
    if len(check) not in (0, 2):
        parser.error("--check takes both files or none")
    verdict, shares = check or [reference / "verdict.json", reference / "robustness.json"]
    good = [check_verdicts(verdict), check_shares(shares)]
    raise SystemExit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
