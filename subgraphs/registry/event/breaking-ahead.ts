import { type FieldDefinitionNode, Kind, parse, visit } from "graphql";
import type { EntityManager } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { lock } from "../../../shared/database/lock.ts";
import { type Reader, readerIn } from "../../../shared/database/reader-in.ts";
import type { LogRow } from "../database/record-rows.ts";
import { VersionRow } from "../database/rows.ts";
import type { Finding } from "../subgraph/finding.ts";
import { CHECKED_DAYS, dayBefore } from "../usage/rules.ts";
import { insertEvents } from "./insert.ts";
import { partnersAsking } from "./queries.ts";
import type { EventDetail, Happening } from "./rules.ts";

/** Fields that a change names at most to one partner. */
const MOST_FIELDS = 50;

/** "Type.field" of what a schema deprecates. */
function deprecatedFields(sdl: string): Set<string> {
	const found = new Set<string>();
	const enter = (node: { name: { value: string }; fields?: readonly FieldDefinitionNode[] }) => {
		for (const field of node.fields ?? [])
			if (field.directives?.some(({ name }) => name.value === "deprecated"))
				found.add(`${node.name.value}.${field.name.value}`);
		return false;
	};
	visit(parse(sdl, { noLocation: true }), {
		[Kind.OBJECT_TYPE_DEFINITION]: enter,
		[Kind.OBJECT_TYPE_EXTENSION]: enter,
		[Kind.INTERFACE_TYPE_DEFINITION]: enter,
		[Kind.INTERFACE_TYPE_EXTENSION]: enter,
	});
	return found;
}

type Change = {
	publisher: string;
	subgraph: string;
	version: number | null;
	at: string;
	change: NonNullable<EventDetail["change"]>;
	fields: readonly string[];
	/** What makes it this one, beside who is told. */
	key: readonly string[];
};

/** One event for each other partner that asked the fields of a change lately. */
async function happeningsOf(reader: Reader, change: Change): Promise<Happening[]> {
	if (change.fields.length === 0) return [];
	const since = dayBefore(new Date(change.at), CHECKED_DAYS);
	const asked = new Map<string, string[]>();
	for (const { consumer, field } of await partnersAsking(reader, change.fields, since))
		if (consumer !== change.publisher) asked.set(consumer, [...(asked.get(consumer) ?? []), field]);
	const { publisher, subgraph, version, at } = change;
	return [...asked].map(([partnerId, fields]) => ({
		key: ["breaking", ...change.key, partnerId],
		partnerId,
		kind: "BREAKING_CHANGE_AHEAD" as const,
		at,
		subgraph,
		version,
		detail: { publisher, change: change.change, fields: fields.slice(0, MOST_FIELDS) },
	}));
}

/** What a published version deprecates, which the version before did not, told to those who ask it. */
export async function deprecationsOf(
	manager: EntityManager,
	entry: Pick<LogRow, "seq" | "action" | "at" | "partner_id" | "subgraph" | "version">,
): Promise<Happening[]> {
	const { action, subgraph, version, partner_id: publisher, at, seq } = entry;
	if (action !== "publishSubgraph" || subgraph === null || version === null) return [];
	const published = await manager.findOneBy(VersionRow, { id: `${subgraph}~${version}` });
	const before = await manager.findOneBy(VersionRow, { id: `${subgraph}~${version - 1}` });
	if (!published || !before) return [];
	const known = deprecatedFields(before.sdl);
	const fields = [...deprecatedFields(published.sdl)].filter((field) => !known.has(field));
	const change = "DEPRECATED" as const;
	return happeningsOf(readerIn(manager), {
		publisher,
		subgraph,
		version,
		at,
		change,
		fields,
		key: [String(seq)],
	});
}

/** "Type.field" of a finding's place, which may be an argument's or an enum value's. */
const fieldOf = ({ place }: Finding) => place.split(".").slice(0, 2).join(".");

/**
 * Tells the partners whose queries a checked version would break, at most once a day for each subgraph. Only fields
 * that were asked make such findings.
 */
export async function tellOfRefusedChange(
	database: Database,
	about: { publisher: string; subgraph: string },
	findings: readonly Finding[],
	now = new Date(),
): Promise<void> {
	const breaking = findings.filter(
		({ severity, rule }) => severity === "ERROR" && rule === "BREAKING_CHANGE",
	);
	if (breaking.length === 0) return;
	const at = now.toISOString();
	const happenings = await happeningsOf(database, {
		...about,
		version: null,
		at,
		change: "REMOVAL_TRIED",
		fields: [...new Set(breaking.map(fieldOf))],
		key: ["tried", about.subgraph, at.slice(0, 10)],
	});
	if (happenings.length === 0) return;
	await database.write(async (manager) => {
		await lock(manager, "partner events");
		await insertEvents(manager, happenings);
	});
}
