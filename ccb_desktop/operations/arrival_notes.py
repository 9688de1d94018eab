"""Notes what came within the act that takes it in, and meets who signed it before that act."""

from collections.abc import Sequence
from dataclasses import replace

from ccb_desktop.data.members.attached_files import keep_content
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.submissions import received as stored
from ccb_desktop.domain.submissions.arrivals import Arrival
from ccb_desktop.domain.submissions.manifest import FileRole

_KEPT = (FileRole.REPORT, FileRole.ANNEX)


def meet(store: Store, arrivals: Sequence[Arrival]) -> None:
    """Keep the keys that are met for the first time; undoing what came does not forget them."""
    signers = [one.signer for one in arrivals if one.signer is not None]
    with store.reading() as session:
        known = {one.public_key for one in stored.list_signers(session)}
    new = {one.public_key: one for one in signers if one.public_key not in known}
    for signer in new.values():
        with store.writing(f"Gặp nơi gửi mới: {signer.name}") as session:
            stored.save_signer(session, signer)


def note_in(session: Session, arrivals: Sequence[Arrival], batch_id: int | None) -> None:
    """Note what came within an act, and keep the reports in it; who signed was met before."""
    ids = {one.public_key: one.id for one in stored.list_signers(session)}
    for arrival in arrivals:
        if arrival.received is None:
            continue
        signer_id = None if arrival.signer is None else ids.get(arrival.signer.public_key)
        noted = replace(arrival.received, signer_id=signer_id, batch_id=batch_id)
        stored.save_received(session, noted)
        if arrival.manifest is not None and arrival.folder is not None:
            for one in arrival.manifest.files:
                if one.role in _KEPT:
                    keep_content(session, (arrival.folder / one.name).read_bytes())
