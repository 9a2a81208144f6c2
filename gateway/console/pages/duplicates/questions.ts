import {
	DuplicatePairsDocument,
	type DuplicatePairsQuery,
	SmeMergesDocument,
} from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import type { Search } from "../../parts/view-address.ts";
import { distinctOf, likelyOf, mergesOf } from "./address.ts";

const pagesOfPairs = (variables: ReturnType<typeof likelyOf>) =>
	askPages(DuplicatePairsDocument, variables, ({ duplicatePairs }) => duplicatePairs.pageInfo);

export const askLikely = (says: Search) => pagesOfPairs(likelyOf(says));
export const askDistinct = (says: Search) => pagesOfPairs(distinctOf(says));
export const askMerges = (says: Search) =>
	askPages(SmeMergesDocument, mergesOf(says), ({ smeMerges }) => smeMerges.pageInfo);

export type Pair = DuplicatePairsQuery["duplicatePairs"]["nodes"][number];
