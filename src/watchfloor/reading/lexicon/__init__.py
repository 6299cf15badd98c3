"""The lexicons: which words name an incident, an issue, a stand. Tables only, written for this project."""
