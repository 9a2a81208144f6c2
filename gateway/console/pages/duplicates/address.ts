import { isState, type Search } from "../../parts/view-address.ts";

const isId = (value: string) => value.length > 0 && value.length <= 100;

/** What the address of the page may say: a filter of the lists, or two manufacturers that are compared. */
export const KNOWN = { state: isState, sme: isId, one: isId, other: isId, keep: isId };

/** Rows that are asked at once. */
const PAIRS = 20;
const DONE = 10;

const ofSme = ({ sme }: Search) => (sme ? { smeIds: [sme] } : {});

/** The pairs that the address means, as the API takes it. */
export const likelyOf = (says: Search) => ({
	first: PAIRS,
	where: { ...ofSme(says), ...(says.state && { states: [says.state] }) },
});

export const distinctOf = (says: Search) => ({
	first: DONE,
	where: { ...likelyOf(says).where, distinct: true },
});

export const mergesOf = (says: Search) => ({ first: DONE, where: ofSme(says) });
