import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { wholeTable } from "../list/loaders.ts";
import { observationsFor } from "../observation/read.ts";
import { networksOfInstituteLoader } from "./loaders.ts";
import { toNetwork } from "./present.ts";
import { allNetworks } from "./queries.ts";
import type { Network } from "./type.ts";

/** All networks; there are a handful. */
export async function networks(context: Context): Promise<Network[]> {
	return (await wholeTable(context, "networks", allNetworks)).map(toNetwork);
}

/** The network with an id, or null. */
export async function networkById(id: string, context: Context): Promise<Network | null> {
	return (await networks(context)).find((network) => network.id === id) ?? null;
}

/** The observations of one property of the networks that an institute belongs to. */
export async function networksObservationsFor(
	context: Context,
	instituteId: string,
	property: string,
): Promise<Observation[]> {
	const found = await networksOfInstituteLoader(context).load(instituteId);
	const observed = found.map(({ id }) => observationsFor(context, "network_id", id, [property]));
	return (await Promise.all(observed)).flat();
}
