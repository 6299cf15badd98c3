"""Which words name which kind of incident. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import document
from watchfloor.model.claim import Status
from watchfloor.reading.event.trigger import pointers, triggers
from watchfloor.reading.text.sentence import sentences


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Several large drones were spotted over Sorvik airport at dusk.", "drone_incursion"),
        ("The airport of Sorvik was closed for two hours because of drones.", "drone_incursion"),
        ("Two fighter jets violated the airspace of the island.", "airspace_violation"),
        ("Smugglers' balloons drifted into the country's airspace again.", "balloon_incursion"),
        ("Pilots reported GPS jamming over the gulf.", "gnss_interference"),
        ("Ships lost their satellite navigation after spoofing of GPS signals.", "gnss_interference"),
        ("A data cable on the seabed was severed.", "subsea_cable_damage"),
        ("An anchor had damaged two telecom cables in the strait.", "subsea_cable_damage"),
        ("The gas pipeline was damaged by an explosion.", "energy_infrastructure_damage"),
        ("Somebody sabotaged the railway tracks near Lindmark.", "transport_sabotage"),
        ("A warehouse was set on fire.", "arson"),
        ("A fire that gutted a shopping centre was no accident.", "arson"),
        ("An explosion shook the harbour.", "explosion"),
        ("A parcel exploded at a sorting office.", "parcel_attack"),
        ("Incendiary devices hidden in packages went up in flames.", "parcel_attack"),
        ("The war memorial was daubed with red paint.", "vandalism"),
        ("Hackers broke into the network of the water works.", "cyber_intrusion"),
        ("The ministry was hit by a cyber-attack.", "cyber_intrusion"),
        ("A DDoS attack took the portal down.", "denial_of_service"),
        ("The hospital fell to ransomware.", "ransomware"),
        ("Hackers stole the personal data of customers.", "data_leak"),
        ("A disinformation campaign spread false claims.", "disinformation"),
        ("They tried to interfere in the presidential election.", "election_interference"),
        ("Three men were charged with spying.", "espionage"),
        ("A journalist was poisoned.", "assassination_or_poisoning"),
        ("Migrants were pushed towards the border by soldiers.", "instrumentalised_migration"),
        ("The coast guard boarded a tanker of the shadow fleet.", "maritime_incident"),
        ("Teenagers were recruited via Telegram.", "recruitment_of_proxies"),
        ("Shelling killed nine people.", "military_strike"),
        ("They weigh pre-emptive strikes.", "military_strike"),
        ("Troops captured the town.", "territorial_capture"),
        ("The court counts thousands of war crimes.", "war_crime"),
        ("A hybrid attack is under way.", "other_hybrid"),
        ("Officials spoke of sabotage.", "other_hybrid"),
        ("The republic fired a ballistic missile.", "other"),
    ],
)
def test_the_words_of_the_press_name_their_kind(text: str, kind: str) -> None:
    """Each kind of incident is found by the words that newspapers use for it, and no other kind beside it."""
    doc = document(text)
    assert {t.type.value for t in triggers(text, sentences(doc))} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "The company sells drones to farmers.",
        "A trial balloon by the finance minister met with silence.",
        "Copper thieves cut cables of the railway.",
        "The spy chief gave an interview.",
        "Leaders want a drone wall.",
        "World War II ended in 1945.",
        "The parcel service raised its prices.",
        "The team needs a hybrid car.",
    ],
)
def test_words_that_only_look_alike_name_nothing_hybrid(text: str) -> None:
    """A word of the lexicon in another sense is no incident of the hybrid kinds that it suggests."""
    doc = document(text)
    hybrid = {t.type.value for t in triggers(text, sentences(doc)) if t.type.is_hybrid}
    assert hybrid <= {"transport_sabotage"}
    assert "subsea_cable_damage" not in hybrid


def test_the_longer_of_two_overlapping_words_is_taken() -> None:
    """`Undersea cable sabotage` is damage to a cable and not sabotage as such."""
    text = "Reports of undersea cable sabotage have multiplied."
    assert [t.type.value for t in triggers(text, sentences(document(text)))] == ["subsea_cable_damage"]


def test_a_list_of_kinds_gives_each_its_own() -> None:
    """In `arson, GPS jamming and cyberattacks` each word is a trigger of its own, in order."""
    text = "They face arson, GPS jamming and cyberattacks."
    found = triggers(text, sentences(document(text)))
    assert [t.type.value for t in found] == ["arson", "gnss_interference", "cyber_intrusion"]


def test_words_for_what_might_be_done_start_as_hypothetical() -> None:
    """A pre-emptive strike is hypothetical unless the sentence says otherwise."""
    text = "The generals spoke of pre-emptive strikes."
    assert [t.prior for t in triggers(text, sentences(document(text)))] == [Status.HYPOTHETICAL]


def test_definite_words_point_back() -> None:
    """`The attack` and `these incidents` point back, `an attack` does not."""
    text = "The attack came late. These incidents worry us. An attack is feared."
    doc = document(text)
    assert [text[p.start : p.end] for p in pointers(text, sentences(doc))] == ["The attack", "These incidents"]
