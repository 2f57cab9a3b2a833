"""Divides the youth-care budget of 2015 of four municipalities in Groningen by the schedule of 2016.

python bmwe.py ../../../scenarios/bmwe-2015.toml
"""

import sys

from taakgericht import Scenario

with Scenario.read(sys.argv[1]) as scenario, scenario.run() as outcome:
    statement = outcome["rta-groningen/2016"]
    print(f"{'2016, in cents':20}" + "".join(f"{party.name:>13}" for party in statement.parties) + f"{'total':>14}")
    for name, line in statement.columns.items():
        print(f"{name:20}" + "".join(f"{amount:13}" for amount in line.cents) + f"{line.total_cents:14}")
