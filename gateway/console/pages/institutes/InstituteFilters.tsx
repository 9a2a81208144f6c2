import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { NetworkDirectoryDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { DirectoryFilters } from "../../parts/DirectoryFilters.tsx";
import { nameText } from "../../parts/place.ts";
import type { AddressView } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";
import { institutesOf } from "./questions.ts";

/** Words, sponsor, network and state; what is offered is what there is. */
export function InstituteFilters({ address }: { address: AddressView }) {
	const t = useWords();
	const all = useInfiniteQuery(institutesOf({}));
	const networks = useQuery(ask(NetworkDirectoryDocument, {}));
	const institutes = all.data?.pages.flatMap(({ data }) => data.institutes.nodes) ?? [];
	const sponsors = new Map(
		institutes.flatMap(({ sponsor }) => (sponsor ? [[sponsor.id, sponsor.name]] : [])),
	);
	const states = new Set(institutes.flatMap(({ headquarters: { state } }) => state ?? []));
	const named = [...states].map((state) => ({ id: state, name: t.maybe(`state.${state}`, state) }));
	return (
		<DirectoryFilters
			label={t("institutes.filters")}
			address={address}
			choices={[
				{
					name: "sponsor",
					label: t("profile.sponsor"),
					all: t("institutes.all-sponsors"),
					options: [...sponsors].map(([id, name]) => ({ id, name: t.maybe(`agency.${id}`, name) })),
				},
				{
					name: "network",
					label: t("profile.network"),
					all: t("institutes.all-networks"),
					options: (networks.data?.data.networks ?? [])
						.filter(({ institutes: { totalCount } }) => totalCount > 0)
						.map((network) => ({ id: network.id, name: nameText(t, network) })),
				},
				{
					name: "state",
					label: t("profile.state"),
					all: t("profile.all-states"),
					options: named.sort((a, b) => a.name.localeCompare(b.name, t.language)),
				},
			]}
		/>
	);
}
