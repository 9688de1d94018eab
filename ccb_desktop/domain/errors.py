"""Everything that can go wrong by somebody's doing, each with its Vietnamese sentence."""

from collections.abc import Mapping


class UserError(Exception):
    """Something an officer can cause or mend; `str()` is the sentence shown to him.

    The sentence says what happened, what is safe and what to do. Everything that is not
    a `UserError` is a bug and goes to the crash dialog.
    """

    exit_code = 1


class Invalid(UserError):
    """Entered values that cannot be kept; `fields` maps a field name to its sentence."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("\n".join(fields.values()))
        self.fields = dict(fields)


class NotFound(UserError):
    """What was asked for is not in the store."""


class Conflict(UserError):
    """The records have changed since, so the act would destroy newer work."""


class AlreadyDone(UserError):
    """The same form was saved before; saving it again would double it."""


class Stopped(UserError):
    """The officer stopped a long job; nothing of it was kept."""


class Locked(UserError):
    """Another program holds the store, or a locked period refuses the act."""


class FileInUse(UserError):
    """The target file is open in another program."""


class DiskFull(UserError):
    """There is no room left where something had to be written."""


class DiskFault(UserError):
    """The disk or medium failed while it was read or written."""


class ReadOnly(UserError):
    """The folder or medium cannot be written to."""


class BadFile(UserError):
    """A file brought by the officer cannot be used as what he chose it for."""


class WrongPassword(BadFile):
    """A file that is guarded by a password was given none, or another one."""


class Forbidden(UserError):
    """It is the duty of another officer; nothing was changed."""


class NotSignedIn(UserError):
    """The books open only for a user with his password; none was given, or not the right one."""


class KeysLost(NotSignedIn):
    """Books that are not encrypted have users, and the keys of these are not with them."""


class UnsafePlace(UserError):
    """The live store lies where it is easily lost: a stick, a network or a synced folder."""


class StoreTooNew(UserError):
    """The store was written by a newer program and is left untouched."""


class Damaged(UserError):
    """The store or a backup is damaged; nothing was written over it."""

    exit_code = 3
