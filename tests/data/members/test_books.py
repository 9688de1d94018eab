"""The whole roster in memory and back: what is read is what was written."""

from dataclasses import replace

from ccb_desktop.data.members.books import load_books, write_books
from tests.books import contents, day

SHELVES = ("units", "people", "memberships", "events", "posts", "households", "manual_figures")
HISTORY = ("actions", "record_changes", "sqlite_sequence")


def books_of(store):
    with store.reading() as session:
        return load_books(session)


def records(books):
    return {name: getattr(books, name).by_id for name in SHELVES}


def test_writing_what_was_read_changes_nothing(filled):
    before = contents(filled)
    with filled.writing("không đổi gì") as session:
        write_books(session, load_books(session))
    after = contents(filled)
    assert {t: after[t] for t in after.keys() - {*HISTORY}} == {
        t: before[t] for t in before.keys() - {*HISTORY}
    }


def test_what_is_changed_in_memory_is_read_again(filled):
    with filled.writing("sửa trong bộ nhớ") as session:
        books = load_books(session)
        person = books.people[1]
        books.put_person(replace(person, died_on=day("5/2025"), policies=()))
        books.put_unit(books.units[1], "Chi hội Đông")
        books.add_person(replace(person, id=None, citizen_id="", full_name="Người Mới"))
        write_books(session, books)
    again = records(books_of(filled))
    assert again["people"][1].died_on == day("5/2025")
    assert again["people"][1].policies == ()
    assert again["units"][1].name == "Chi hội Đông"
    assert "Người Mới" in {one.full_name for one in again["people"].values()}
    assert again["memberships"] == records(books)["memberships"]
    assert again["events"] == records(books)["events"]
