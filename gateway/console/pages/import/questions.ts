import { EarlierImportsDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";

/** Imports of the viewer's center, or of all, newest first. */
export const earlierImports = () =>
	askPages(EarlierImportsDocument, {}, ({ importBatches }) => importBatches.pageInfo);
