import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { StatisticsTable } from "./statistics-type.ts";

/** File extension → the format's name. */
const FORMATS = { csv: "CSV", json: "JSON-stat 2.0", parquet: "Parquet" };

@ObjectType({ simpleResolvers: true, description: "A table as a file." })
export class StatisticsDownload {
	@Field(() => String, { description: "The format: CSV, JSON-stat 2.0 or Parquet." })
	format: string;
	@Field(() => String, {
		description: "Where it is, relative to the hub's address: /statistics/3/….csv.",
	})
	url: string;
}

@Resolver(() => StatisticsTable)
export class StatisticsDownloadResolver {
	@FieldResolver(() => [StatisticsDownload], {
		description: "The table as files, which never change.",
	})
	downloads(@Root() { table, release }: StatisticsTable): StatisticsDownload[] {
		return Object.entries(FORMATS).map(([ending, format]) => ({
			format,
			url: `/statistics/${release.number}/${table}.${ending}`,
		}));
	}
}
