"""What each person can say and do: functions inside the transaction that read, think and return effects."""
