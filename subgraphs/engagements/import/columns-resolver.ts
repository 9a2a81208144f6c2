import { Arg, Query, Resolver } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import { MEANINGS } from "./column-meanings.ts";
import { suggestColumns } from "./recognize-columns.ts";
import { ImportColumnMeaning, ImportColumnSuggestion } from "./type-columns.ts";

/** As many cells as a row may have by default. */
const MOST_NAMES = 200;
const LONGEST_NAME = 200;

@Resolver()
export class ImportColumnsResolver {
	@Query(() => [ImportColumnMeaning], {
		description: "The columns that a file of engagements may have, and what each says.",
	})
	importColumnMeanings(): ImportColumnMeaning[] {
		return Object.entries(MEANINGS).map(([column, meaning]) => ({ column, meaning }));
	}

	@Query(() => [ImportColumnSuggestion], {
		description:
			"Which column of an import each column of a file probably is, by its name, in the same order; each import column once.",
	})
	suggestImportColumns(
		@Arg("names", () => [String], {
			description: "Names of the columns in the file, up to 200 of up to 200 characters.",
		})
		names: string[],
	): ImportColumnSuggestion[] {
		if (names.length > MOST_NAMES)
			throw badInput("names", `${names.length} names; ${MOST_NAMES} at a time are the most`);
		const long = names.findIndex((name) => name.length > LONGEST_NAME);
		if (long >= 0)
			throw badInput(`names.${long}`, `is longer than ${LONGEST_NAME} characters; shorten it`);
		return suggestColumns(names);
	}
}
