# Put your own data here. These numbers are made up, for manufacturers that the hub's generator made up too.
NAME = "My College (made up)"
APPRENTICES = {"sme_syn000000000": 3, "sme_syn000000001": 1}
