import { CenterDirectoryDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import type { Search } from "../../parts/view-address.ts";
import { variablesOf } from "./address.ts";

/** What the directory asks of the hub for one address. */
export const centersOf = (says: Search) =>
	askPages(CenterDirectoryDocument, variablesOf(says), ({ mepCenters }) => mepCenters.pageInfo);
