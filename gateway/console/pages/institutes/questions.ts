import { InstituteDirectoryDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import type { Search } from "../../parts/view-address.ts";
import { variablesOf } from "./address.ts";

/** What the directory asks of the hub for one address. */
export const institutesOf = (says: Search) =>
	askPages(InstituteDirectoryDocument, variablesOf(says), ({ institutes }) => institutes.pageInfo);
