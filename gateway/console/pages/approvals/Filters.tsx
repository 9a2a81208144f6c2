import { useQuery } from "@tanstack/react-query";
import { DirectoryFilters } from "../../parts/DirectoryFilters.tsx";
import { KINDS } from "../../parts/kinds.ts";
import type { AddressView } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";
import { AGES } from "./address.ts";
import { CHOICES } from "./questions.ts";

/** What narrows the list: who logged, for whom, what kind, for how long it waits, whether it is late. */
export function Filters({ address }: { address: AddressView }) {
	const t = useWords();
	const { data } = useQuery({ ...CHOICES, staleTime: 0 });
	const counted = (name: string, count: number) => t("approvals.counted", { name, count });
	return (
		<DirectoryFilters
			label={t("approvals.filters")}
			address={address}
			choices={[
				{
					name: "by",
					label: t("approvals.by"),
					all: t("approvals.by.all"),
					options: (data?.data.people ?? []).map(({ value, count }) => ({
						id: value,
						name: counted(value, count),
					})),
				},
				{
					name: "kind",
					label: t("trace.kind"),
					all: t("approvals.kind.all"),
					options: KINDS.map((id) => ({ id, name: t(`kind.${id}`) })),
				},
				{
					name: "sme",
					label: t("trace.manufacturer"),
					all: t("approvals.sme.all"),
					options: (data?.data.manufacturers ?? []).map(({ value, count, sme }) => ({
						id: value,
						name: counted(sme?.name ?? value, count),
					})),
				},
				{
					name: "age",
					label: t("approvals.waits"),
					all: t("approvals.age.all"),
					options: AGES.map((id) => ({ id, name: t("approvals.age", { days: Number(id) }) })),
				},
				{
					name: "late",
					label: t("approvals.late"),
					all: t("approvals.late.all"),
					options: [
						{ id: "yes", name: t("approvals.late.yes") },
						{ id: "no", name: t("approvals.late.no") },
					],
				},
			]}
		/>
	);
}
