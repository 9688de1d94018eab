"""A branch with users, as tests need it: who they are, their passwords, the printed code."""

from ccb_desktop.domain.users.recovery_code import new_code
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.users import users
from ccb_desktop.operations.users.signing_in import sign_in

CHAIRMAN = User(name="Chủ tịch Hội", roles=frozenset({Role.CHAIRMAN}))
TREASURER = User(name="Thủ quỹ Hội", roles=frozenset({Role.TREASURER}))
CLERK = User(name="Thư ký Hội", roles=frozenset({Role.CLERK}))
PASSWORD = {
    CHAIRMAN.name: "quê ở Nam Đàn",
    TREASURER.name: "nhập ngũ năm 1972",
    CLERK.name: "ba con đã lớn",
}
CODE = new_code()


def seat_officers(store, *more):
    """Give a store its first user, the chairman, and more of them; the chairman is at work."""
    word = PASSWORD[CHAIRMAN.name]
    users.begin_users(store, CHAIRMAN, word, word, CODE)
    for user in more:
        users.add_user(store, user, PASSWORD[user.name], PASSWORD[user.name])


def signed(folder, user=CHAIRMAN):
    """Sign somebody in, as a window or command does before it opens the books."""
    return sign_in(folder, user.name, PASSWORD[user.name])
