"""Incident types: the closed list of what can happen, and the domains that each touches.

The codes are those of the press schema. The domains are the thirteen of the conceptual model of hybrid threats by
Hybrid CoE and the European Commission's Joint Research Centre ("The Landscape of Hybrid Threats", 2020); which
type touches which domain is this project's reading of that model.
"""

from __future__ import annotations

from enum import StrEnum


class Domain(StrEnum):
    """A domain of the Hybrid CoE / JRC conceptual model in which a hybrid activity takes effect."""

    INFRASTRUCTURE = "infrastructure"
    CYBER = "cyber"
    SPACE = "space"
    ECONOMY = "economy"
    MILITARY = "military and defence"
    CULTURE = "culture"
    SOCIAL = "social"
    PUBLIC_ADMINISTRATION = "public administration"
    LEGAL = "legal"
    INTELLIGENCE = "intelligence"
    DIPLOMACY = "diplomacy"
    POLITICAL = "political"
    INFORMATION = "information"


class IncidentType(StrEnum):
    """What kind of event a report is about."""

    DRONE_INCURSION = "drone_incursion"
    AIRSPACE_VIOLATION = "airspace_violation"
    BALLOON_INCURSION = "balloon_incursion"
    GNSS_INTERFERENCE = "gnss_interference"
    SUBSEA_CABLE_DAMAGE = "subsea_cable_damage"
    ENERGY_INFRASTRUCTURE_DAMAGE = "energy_infrastructure_damage"
    TRANSPORT_SABOTAGE = "transport_sabotage"
    ARSON = "arson"
    EXPLOSION = "explosion"
    PARCEL_ATTACK = "parcel_attack"
    VANDALISM = "vandalism"
    CYBER_INTRUSION = "cyber_intrusion"
    DENIAL_OF_SERVICE = "denial_of_service"
    RANSOMWARE = "ransomware"
    DATA_LEAK = "data_leak"
    DISINFORMATION = "disinformation"
    ELECTION_INTERFERENCE = "election_interference"
    ESPIONAGE = "espionage"
    ASSASSINATION_OR_POISONING = "assassination_or_poisoning"
    INSTRUMENTALISED_MIGRATION = "instrumentalised_migration"
    MARITIME_INCIDENT = "maritime_incident"
    RECRUITMENT_OF_PROXIES = "recruitment_of_proxies"
    MILITARY_STRIKE = "military_strike"
    TERRITORIAL_CAPTURE = "territorial_capture"
    WAR_CRIME = "war_crime"
    OTHER_HYBRID = "other_hybrid"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The type in plain words, for a person."""
        return _LABELS.get(self, self.value.replace("_", " "))

    @property
    def domains(self) -> tuple[Domain, ...]:
        """The domains that an event of this type touches first; none for what is not hybrid."""
        return _DOMAINS.get(self, ())

    @property
    def is_hybrid(self) -> bool:
        """Whether the type counts as hybrid; acts of open war and unclassified events are context only."""
        return self not in _CONTEXT


_CONTEXT = frozenset(
    {IncidentType.MILITARY_STRIKE, IncidentType.TERRITORIAL_CAPTURE, IncidentType.WAR_CRIME, IncidentType.OTHER}
)

_LABELS = {
    IncidentType.GNSS_INTERFERENCE: "satellite navigation interference",
    IncidentType.OTHER_HYBRID: "other hybrid activity",
    IncidentType.OTHER: "other event",
    IncidentType.ASSASSINATION_OR_POISONING: "assassination or poisoning",
    IncidentType.DENIAL_OF_SERVICE: "denial of service",
}

_DOMAINS = {
    IncidentType.DRONE_INCURSION: (Domain.MILITARY, Domain.INFRASTRUCTURE),
    IncidentType.AIRSPACE_VIOLATION: (Domain.MILITARY, Domain.DIPLOMACY),
    IncidentType.BALLOON_INCURSION: (Domain.MILITARY, Domain.INFRASTRUCTURE),
    IncidentType.GNSS_INTERFERENCE: (Domain.SPACE, Domain.INFRASTRUCTURE),
    IncidentType.SUBSEA_CABLE_DAMAGE: (Domain.INFRASTRUCTURE, Domain.ECONOMY),
    IncidentType.ENERGY_INFRASTRUCTURE_DAMAGE: (Domain.INFRASTRUCTURE, Domain.ECONOMY),
    IncidentType.TRANSPORT_SABOTAGE: (Domain.INFRASTRUCTURE, Domain.ECONOMY),
    IncidentType.ARSON: (Domain.INFRASTRUCTURE, Domain.SOCIAL),
    IncidentType.EXPLOSION: (Domain.INFRASTRUCTURE, Domain.SOCIAL),
    IncidentType.PARCEL_ATTACK: (Domain.INFRASTRUCTURE, Domain.ECONOMY),
    IncidentType.VANDALISM: (Domain.SOCIAL, Domain.CULTURE),
    IncidentType.CYBER_INTRUSION: (Domain.CYBER,),
    IncidentType.DENIAL_OF_SERVICE: (Domain.CYBER, Domain.PUBLIC_ADMINISTRATION),
    IncidentType.RANSOMWARE: (Domain.CYBER, Domain.ECONOMY),
    IncidentType.DATA_LEAK: (Domain.CYBER, Domain.INFORMATION),
    IncidentType.DISINFORMATION: (Domain.INFORMATION, Domain.SOCIAL),
    IncidentType.ELECTION_INTERFERENCE: (Domain.POLITICAL, Domain.INFORMATION),
    IncidentType.ESPIONAGE: (Domain.INTELLIGENCE,),
    IncidentType.ASSASSINATION_OR_POISONING: (Domain.INTELLIGENCE, Domain.DIPLOMACY),
    IncidentType.INSTRUMENTALISED_MIGRATION: (Domain.SOCIAL, Domain.POLITICAL),
    IncidentType.MARITIME_INCIDENT: (Domain.ECONOMY, Domain.LEGAL),
    IncidentType.RECRUITMENT_OF_PROXIES: (Domain.INTELLIGENCE, Domain.SOCIAL),
    IncidentType.OTHER_HYBRID: (),
}
