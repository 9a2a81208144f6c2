// Put your own data here. These numbers are made up, for manufacturers that the hub's generator made up too.
export const NAME = "My College (made up)";
export const APPRENTICES = new Map([
	["sme_syn000000000", 3],
	["sme_syn000000001", 1],
]);
