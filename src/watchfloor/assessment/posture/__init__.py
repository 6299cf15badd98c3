"""The posture laboratory: what reacting, hardening or acting first would cost under which assumptions."""
