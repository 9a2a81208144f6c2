import {
	buildClientSchema,
	type GraphQLField,
	type GraphQLNamedType,
	type GraphQLSchema,
	getIntrospectionQuery,
	getNamedType,
	type IntrospectionQuery,
	isEnumType,
	isListType,
	isNonNullType,
	isObjectType,
} from "graphql";
import { columnsOf, type OpenRow, type QueryGraph } from "./read-table.ts";
import type { OpenTable } from "./tables/table.ts";

const TYPES: Record<string, string> = {
	Int: "whole number",
	Float: "number",
	Boolean: "true or false",
	String: "text",
	ID: "text",
};

/** Descriptions of columns that have no field in the graph. */
const NOTES: Record<string, string> = {
	as_of:
		"Date that the row refers to: its own date if it has one, otherwise the date of its document, the day its web page was read, or the day of the last change of the records.",
};

type Field = GraphQLField<unknown, unknown>;

const isList = ({ type }: Field) => isListType(isNonNullType(type) ? type.ofType : type);

function fieldOf(type: GraphQLNamedType, name: string): Field | undefined {
	return isObjectType(type) ? type.getFields()[name] : undefined;
}

/** The types on the way to a table's rows, outermost first; the last is the type of the rows. */
function typesOf(schema: GraphQLSchema, table: OpenTable): GraphQLNamedType[] {
	const path = [table.list, ...(table.connection ? ["nodes"] : [])];
	const inside = table.inside?.split(".") ?? [];
	let type = schema.getQueryType() as GraphQLNamedType;
	const types = [...path, ...inside].map((step) => {
		const field = fieldOf(type, step);
		if (!field) throw new Error(`${table.name}: the graph has no ${type.name}.${step}`);
		type = getNamedType(field.type);
		return type;
	});
	return types.slice(path.length - 1);
}

/** The fields on a column's path; empty for a constant. */
function fieldsAlong(types: GraphQLNamedType[], path: string): Field[] {
	const steps = path.split(".");
	const up = steps.filter((step) => step === "parent").length;
	let type = types[types.length - 1 - up] as GraphQLNamedType;
	const fields: Field[] = [];
	for (const step of steps.slice(up)) {
		const field = fieldOf(type, step);
		if (!field) return [];
		fields.push(field);
		type = getNamedType(field.type);
	}
	return fields;
}

function describe(schema: GraphQLSchema, table: OpenTable): OpenRow[] {
	const types = typesOf(schema, table);
	return columnsOf(table).map((column) => {
		const fields = fieldsAlong(types, table.columns[column] ?? "");
		const last = fields.at(-1);
		const type = last && getNamedType(last.type);
		const fieldDescriptions = fields.flatMap(({ description }) => description ?? []).join(" ");
		return {
			table: table.name,
			column,
			type: TYPES[type?.name ?? "String"] ?? "text",
			list: fields.some(isList),
			values: isEnumType(type)
				? type
						.getValues()
						.map(({ name }) => name)
						.join(";")
				: null,
			description: table.notes?.[column] ?? (fieldDescriptions || NOTES[column]) ?? null,
		};
	});
}

export const DICTIONARY = {
	name: "data-dictionary",
	title: "Data dictionary",
	description:
		"The meaning of each column of each table, from the descriptions of the GraphQL schema. Values of a list column are separated by semicolons.",
	columns: ["table", "column", "type", "list", "values", "description"],
};

/** Returns one row per column of each table, described by the GraphQL fields it is read from. */
export async function dictionaryOf(tables: OpenTable[], query: QueryGraph): Promise<OpenRow[]> {
	const answer = await query(getIntrospectionQuery());
	const schema = buildClientSchema(answer as unknown as IntrospectionQuery);
	return tables.flatMap((table) => describe(schema, table));
}
