import { Directive, Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { AS_PARENT } from "../../../shared/subgraph/cache-control.ts";
import type { StoredTable } from "../statistics/table.ts";
import { CellStatus } from "../totals/type.ts";
import { Release } from "./type.ts";

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A value of a dimension." })
export class StatisticsValue {
	@Field(() => ID, { description: "Its code, unique in this dimension, for example ga-mep." })
	code: string;
	@Field(() => String, { description: "What it is." })
	label: string;
	@Field(() => ID, {
		nullable: true,
		description: "The value that includes it, for example the state of a center.",
	})
	parent?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "What the figures of a metric are: jobs, or a currency (ISO 4217).",
	})
	unit?: string | null;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "What a table distinguishes records by." })
export class StatisticsDimension {
	@Field(() => ID, { description: "Its name in conditions and coordinates, for example kind." })
	name: string;
	@Field(() => String, { description: "What it is." })
	label: string;
	@Directive("@listSize(assumedSize: 100)")
	@Field(() => [StatisticsValue], {
		description: "Its values, each after the one that includes it.",
	})
	values: StatisticsValue[];
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "What is counted or summed." })
export class StatisticsMeasure {
	@Field(() => ID, { description: "Its name, for example smes." })
	name: string;
	@Field(() => String, { description: "What it is." })
	label: string;
	@Field(() => String, { description: "What one of it is." })
	unit: string;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "Which value of a dimension a cell has." })
export class StatisticsCoordinate {
	@Field(() => ID, { description: "Name of the dimension." })
	dimension: string;
	@Field(() => ID, { description: "Code of its value." })
	value: string;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A figure of a cell." })
export class StatisticsFigure {
	@Field(() => ID, { description: "Name of the measure." })
	measure: string;
	@Field(() => Float, { nullable: true, description: "The figure; null where it is suppressed." })
	value?: number | null;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A cell of a table of statistics." })
export class StatisticsCell {
	@Directive("@listSize(assumedSize: 4)")
	@Field(() => [StatisticsCoordinate], { description: "Its value in each dimension." })
	coordinates: StatisticsCoordinate[];
	@Directive("@listSize(assumedSize: 4)")
	@Field(() => [StatisticsFigure], { description: "The figures of the measures that apply to it." })
	values: StatisticsFigure[];
	@Field(() => CellStatus, { description: "Whether the figures are shown, withheld, or zero." })
	status: CellStatus;
}

@Directive(AS_PARENT)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A table of a release: the same for everybody, and never changed.",
})
export class StatisticsTable {
	@Field(() => ID, {
		description: "Stable id of the table in this release, with these conditions.",
	})
	id: string;
	@Field(() => ID, { description: "Which table, for example engagements-by-center." })
	table: string;
	@Field(() => String, { description: "What it shows." })
	title: string;
	@Field(() => Release, { description: "The release that it is of." })
	release: Release;
	@Field(() => [StatisticsDimension], { description: "Its dimensions, with all their values." })
	dimensions: StatisticsDimension[];
	@Field(() => [StatisticsMeasure], { description: "Its measures." })
	measures: StatisticsMeasure[];
	@Field(() => [String], { description: "What a reader has to know." })
	notes: string[];
	@Field(() => Int, { description: "How many cells match `where`." })
	cellCount: number;
	/** The whole table, as it is stored too, and the places of the values asked for in each dimension. */
	stored: StoredTable;
	text: string;
	picks: number[][];
}

@InputType({ description: "Which values of a dimension are wanted." })
export class StatisticsDimensionWhere {
	@Field(() => ID, { description: "Name of the dimension." })
	dimension: string;
	@Field(() => [ID], { description: "Codes of its values; an empty list matches nothing." })
	values: string[];
}

@InputType({
	description: "Which cells are wanted. Dimensions that are left out match with all their values.",
})
export class StatisticsWhere {
	@Field(() => [StatisticsDimensionWhere], {
		nullable: true,
		description: "Values by dimension, all of which must match.",
	})
	dimensions?: StatisticsDimensionWhere[] | null;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A dimension that a table has." })
export class OfferedDimension {
	@Field(() => ID, { description: "Its name in conditions and coordinates." })
	name: string;
	@Field(() => String, { description: "What it is." })
	label: string;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A table that every release has." })
export class StatisticsTableInfo {
	@Field(() => ID, { description: "Which table; to be passed to statistics." })
	table: string;
	@Field(() => String, { description: "What it shows." })
	title: string;
	@Field(() => [OfferedDimension], { description: "Its dimensions." })
	dimensions: OfferedDimension[];
	@Field(() => [StatisticsMeasure], { description: "Its measures." })
	measures: StatisticsMeasure[];
}
