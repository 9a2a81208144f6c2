import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../loaders.ts";
import { toDoubt, toObservation } from "./present.ts";
import type { Subject } from "./queries.ts";

/** The doubts of the fact collection, by id. */
export async function knownDoubts({ loaders }: Pick<Context, "loaders">) {
	const rows = await loaders.doubts().load("all");
	return new Map(rows.map((row) => [row.id, toDoubt(row)]));
}

/** What was observed of an institute or network: all of it, or the properties named. */
export async function observationsFor(
	context: Pick<Context, "loaders">,
	subject: Subject,
	id: string,
	properties?: readonly string[],
): Promise<Observation[]> {
	const [rows, doubts] = await Promise.all([
		context.loaders.observations(subject).load(id),
		knownDoubts(context),
	]);
	return rows
		.filter((row) => !properties || properties.includes(row.property))
		.map((row) => toObservation(row, doubts));
}

/** What was observed, under one property, of the networks that an institute belongs to. */
export async function networksObservationsFor(
	context: Pick<Context, "loaders">,
	instituteId: string,
	property: string,
): Promise<Observation[]> {
	const networks = await context.loaders.networksOf().load(instituteId);
	const observed = networks.map(({ id }) => observationsFor(context, "network_id", id, [property]));
	return (await Promise.all(observed)).flat();
}
