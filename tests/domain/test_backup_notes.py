"""Notes of backups: kept whole, and no file can make them anything else."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.backup_notes import (
    BackupNotes,
    LookedAt,
    Rehearsed,
    decode_notes,
    encode_notes,
)

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))
REHEARSALS = st.builds(
    Rehearsed, sha256=WORDS, made_at=MOMENTS, done_at=MOMENTS, is_good=st.booleans()
)
LOOKS = st.builds(
    LookedAt, place=WORDS, done_at=MOMENTS, whole=st.integers(0, 99), damaged=st.integers(0, 99)
)
NOTES = st.builds(
    BackupNotes,
    store_id=WORDS,
    second_place=WORDS,
    away_at=st.none() | MOMENTS,
    away_sha256=WORDS,
    workbook_month=WORDS,
    rehearsals=st.lists(REHEARSALS, max_size=3).map(tuple),
    looks=st.lists(LOOKS, max_size=3).map(tuple),
)


@given(NOTES)
def test_what_is_noted_is_read_again(notes):
    assert decode_notes(encode_notes(notes)) == notes


@given(
    st.binary() | st.recursive(st.none() | WORDS, st.lists).map(lambda v: json.dumps(v).encode())
)
def test_a_file_that_is_no_notes_says_nothing(content):
    assert decode_notes(content) == BackupNotes()


@given(
    NOTES,
    st.sampled_from(["rehearsals", "looks", "away_at"]),
    st.integers(1) | st.text("x", min_size=1),
)
def test_notes_with_a_spoilt_part_say_nothing(notes, part, instead):
    said = json.loads(encode_notes(notes)) | {part: instead}
    assert decode_notes(json.dumps(said).encode()) == BackupNotes()


def test_the_last_rehearsal_and_the_last_look_are_told():
    first = Rehearsed(
        sha256="a", made_at=datetime(2026, 6, 1), done_at=datetime(2026, 6, 2), is_good=False
    )
    again = replace(first, done_at=datetime(2026, 6, 3), is_good=True)
    look = LookedAt(place="/usb", done_at=datetime(2026, 6, 2), whole=3, damaged=0)
    notes = BackupNotes().with_rehearsal(first).with_rehearsal(again)
    notes = notes.with_look(look).with_look(replace(look, damaged=1))
    assert notes.rehearsal_of("a") == again
    assert notes.rehearsal_of("b") is None
    assert notes.look_at(Path("/usb")) == replace(look, damaged=1)
    assert notes.look_at(Path("/usc")) is None
    for _ in range(100):
        notes = notes.with_rehearsal(first)
    assert len(notes.rehearsals) == 40
