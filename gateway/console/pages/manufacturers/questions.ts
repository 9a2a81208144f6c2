import { ManufacturersDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import type { Search } from "../../parts/view-address.ts";
import { manufacturersOf } from "./address.ts";

/** Rows that are asked at once. */
const ROWS = 200;

/** The variables of what is asked for an address. */
export const variablesOf = (says: Readonly<Search>) => ({ ...manufacturersOf(says), first: ROWS });

export const pagesOf = (says: Readonly<Search>) =>
	askPages(ManufacturersDocument, variablesOf(says), ({ smes }) => smes.pageInfo);
