import { queryOptions } from "@tanstack/react-query";
import { BASE_PATH } from "../session/address.ts";

type Choice = { id: string; name: string };
type Choices = { centers: Choice[]; partners: Choice[] };

const QUERY = "{ mepCenters(first: 100) { nodes { id name } } partners { id name } }";

async function load(): Promise<Choices> {
	const response = await fetch(`${BASE_PATH}graphql?${new URLSearchParams({ query: QUERY })}`);
	const { data } = await response.json();
	const byName = (one: Choice, other: Choice) => one.name.localeCompare(other.name);
	return {
		centers: (data?.mepCenters.nodes ?? []).toSorted(byName),
		partners: data?.partners ?? [],
	};
}

/** The centers and partners that a role can be of. */
export const CHOICES = queryOptions({ queryKey: ["development", "choices"], queryFn: load });
