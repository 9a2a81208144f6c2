package main

// Put your own data here. These numbers are made up, for manufacturers that the hub's generator made up too.
const organisation = "My College (made up)"

var apprentices = map[string]int32{
	"sme_syn000000000": 3,
	"sme_syn000000001": 1,
}
