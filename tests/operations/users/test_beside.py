"""Drafts of encrypted books are read by these books alone."""

import pytest

from ccb_desktop.operations import protection
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.users import users
from ccb_desktop.operations.users.beside import seal_beside, unseal_beside
from tests.office import seat_officers

DRAFT = "Họ và tên: Trần Văn Thử".encode()


def test_what_lies_beside_is_as_secret_as_the_books(data_folder):
    with open_branch(data_folder) as store:
        plain = seal_beside(store, DRAFT)
        assert plain == DRAFT
        seat_officers(store)
        protection.encrypt(store)
        sealed = seal_beside(store, DRAFT)
        assert DRAFT not in sealed
        assert unseal_beside(store, sealed) == unseal_beside(store, plain) == DRAFT
        for damaged in (sealed[:-1], sealed[:12], sealed[:-1] + bytes([sealed[-1] ^ 1])):
            with pytest.raises(ValueError, match="damaged"):
                unseal_beside(store, damaged)
        protection.take_encryption_off(store)
        assert unseal_beside(store, sealed) == DRAFT, "by the key that the books had then"
        users.end_users(store)
        with pytest.raises(ValueError, match="other books"):
            unseal_beside(store, sealed)
