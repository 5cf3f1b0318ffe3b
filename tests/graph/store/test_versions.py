"""The version is what caches are keyed by: it never comes back."""

from graph.store import Store
from tests.factory import told


def test_a_wipe_does_not_bring_an_old_version_back(store: Store) -> None:
    store.write(told("TSMC supplies NVIDIA.", "SUPPLIES", "company:tsmc", "company:nvidia"))
    before = store.version()
    store.wipe()
    assert store.version() > before


def test_a_judgement_moves_the_version_and_not_what_articles_say(store: Store) -> None:
    store.write(told("A supplies B.", "SUPPLIES", "company:a", "company:b"))
    version, said_at = store.versions()
    assert version == said_at
    id = store.evidence()[0].statement.id
    for _ in range(2):
        store.judge(id, "reject")
    store.withdraw(id)
    assert store.versions() == (version + 3, said_at)
    store.write(told("C supplies D.", "SUPPLIES", "company:c", "company:d"))
    assert store.versions() == (version + 4, version + 4)


def test_an_empty_graph_has_a_version_too(store: Store) -> None:
    assert store.versions() == (store.version(), store.version())
