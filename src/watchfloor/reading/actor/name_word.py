"""Name words: which words begin, join and end names, and which with a capital are none.

Only lists, in lower case unless a capital tells; how they are used is for `proper_name`.
"""

from __future__ import annotations

CONNECTORS = frozenset({"of", "de", "van", "von", "der", "den", "al", "bin", "el", "la", "le", "du", "di", "da", "dos"})
BODY_CONNECTORS = frozenset({"of", "for", "on", "and", "the", "&", "to"})
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter gmt utc cet est pst".split()
)
ALSO_GIVEN_NAMES = frozenset({"jan", "april", "june", "august"})
OFFICE_LINKS = frozenset({"of", "to", "for"})
ALSO_FAMILY_NAMES = frozenset({"jan", "may", "march", "august"})
NOT_NAMES = frozenset(
    "i i'm i’m i'll i’ll i've i’ve the a an this that these those he she it they we you his her its their our my your but and or if "
    "in on at to for from with by of as while when where who what why how not no yes there here however meanwhile "
    "although though since after before during under over amid despite once until unless because so then thus such "
    "nothing nobody none everything anything something someone everyone anyone "
    "then later earlier next soon finally instead moreover similarly furthermore indeed perhaps elsewhere "
    "one two three four five six seven eight nine ten many most some several all both each every more less few other another "
    "let’s let's q a. q. photo image file story read updated published editor’s note analysis opinion exclusive breaking live "
    "ok cancel according asked speaking earlier later today yesterday tomorrow now still yet even also just only".split()
)
NEVER_WITHIN = frozenset(
    "i the a you he she it we they this that these those why who what how when where which".split()
)
"""Words that a name does not run on over, whatever their capital."""
BODY_WORDS = frozenset(
    "ministry committee agency council union university coalition times post party forum court office department institute corp "
    "corporation inc ltd group company bank police navy army forces command parliament senate congress commission association "
    "federation organisation organization service services bureau authority administration house directorate foundation center "
    "centre network news tribune journal herald guardian telegraph press media airlines airways air force guard coastguard "
    "intelligence assembly alliance league movement front brigade battalion regiment division corps staff cabinet government "
    "embassy consulate secretariat taskforce trust society academy college school hospital laboratory laboratories systems "
    "technologies technology industries energy telecom partners holdings llc plc ag gmbh oy ab as limited incorporated act".split()
)
OF_ANY_STATE = frozenset(
    "foreign defence defense interior internal finance justice health economy transport energy education culture trade affairs digital "
    "supreme constitutional national federal central state general border coast public prosecutor security military secret special".split()
)
"""Words in the names of bodies that every state has."""
BODY_NOUNS = frozenset(
    "ministry committee agency council commission department institute association federation".split()
)
PLACE_WORDS = frozenset(
    "sea ocean airport river island islands strait straits gulf bay mountain mountains street avenue square port harbour harbor "
    "bridge road lake peninsula province region district county oblast canal valley coast park terminal station hall airbase "
    "city town village sound channel corridor beach mosque hotel".split()
)
REGIONAL = frozenset(
    "European Western Eastern Northern Southern Central Baltic Nordic Scandinavian Balkan Asian African Arab Arctic Atlantic "
    "Pacific Transatlantic Euro-Atlantic Muslim Islamic Christian Jewish Catholic Soviet Nazi Latin Democratic Presidential Parliamentary Federal".split()
)
PARTICLE_OF_PERSON = frozenset(
    {"de", "van", "von", "der", "den", "al", "bin", "el", "la", "le", "du", "di", "da", "dos"}
)
KOREAN_FAMILIES = frozenset(
    "Kim Lee Park Choi Choe Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Lim Im Rim Han Oh O Seo Suh So Shin Sin Kwon Hwang Ahn An Song Ryu Yoo Yu "
    "Hong Moon Mun Ko Go Bae Paek Baek Ban Pan Ri Rhee Pak Hyon Hyun No Roh Na Son Thae Tae Yang Nam Noh Min Ji Cha Joo Woo Sim Ha Kwak".split()
)
