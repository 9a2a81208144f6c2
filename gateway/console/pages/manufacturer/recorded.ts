import { useQuery } from "@tanstack/react-query";
import {
	ManufacturerMembershipsDocument,
	ManufacturerOutcomesDocument,
	ManufacturerServicesDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import type { Recorded } from "./happenings.ts";

/** All records of a manufacturer that other panels of the page have asked for, and the query of its services. */
export function useRecorded(id: string) {
	const services = useQuery(ask(ManufacturerServicesDocument, { id }));
	const outcomes = useQuery(ask(ManufacturerOutcomesDocument, { id }));
	const memberships = useQuery(ask(ManufacturerMembershipsDocument, { id }));
	const recorded: Recorded = {
		services: services.data?.data.sme?.engagements.nodes ?? [],
		outcomes: outcomes.data?.data.sme?.outcomes ?? [],
		memberships: memberships.data?.data.sme?.memberships.nodes ?? [],
	};
	return { services, recorded };
}
