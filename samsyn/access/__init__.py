"""Accounts, the roles they hold for a period, and the policy: the only door in."""
