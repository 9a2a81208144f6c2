import type { ReactNode } from "react";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./NetworkGrid.module.css";

type Network = { id: string; name: string; nativeName: string | null };
/** What stands in a cell; cells of a row whose `same` is alike stand as one. */
type Cell = { same: string | null; content: ReactNode };

type Props = {
	caption: string;
	networks: readonly Network[];
	groups: ReadonlyArray<{
		name?: string;
		rows: ReadonlyArray<{ id: string; name: string; about?: string }>;
	}>;
	cell: (network: string, row: string) => Cell | undefined;
};

/** Figures of networks side by side: one column a network, and a card a row on a phone. */
export function NetworkGrid({ caption, networks, groups, cell }: Props) {
	const t = useWords();
	const nameOf = ({ name, nativeName }: Network) => (t.language === "zh" && nativeName) || name;

	function cellsOf(row: string) {
		const all = networks.map((network) => ({ network, cell: cell(network.id, row) }));
		const [first] = all;
		const same = first?.cell?.same;
		if (same && all.every((one) => one.cell?.same === same))
			return (
				<td colSpan={networks.length} data-head={t("figures.every-network")}>
					{first?.cell?.content}
				</td>
			);
		return all.map(({ network, cell: one }) => (
			<td key={network.id} data-head={nameOf(network)}>
				{one?.content}
			</td>
		));
	}
	return (
		<div className={look.scroller} role="group" aria-label={caption} tabIndex={0}>
			<table className={look.grid}>
				<caption className="unseen">{caption}</caption>
				<thead>
					<tr>
						<th scope="col">{t("figures.indicator")}</th>
						{networks.map((network) => (
							<th key={network.id} scope="col">
								<RecordLink type="Network" id={network.id}>
									{nameOf(network)}
								</RecordLink>
							</th>
						))}
					</tr>
				</thead>
				{groups.map(({ name, rows }) => (
					<tbody key={name ?? ""}>
						{name && (
							<tr className={look.group}>
								<th scope="rowgroup" colSpan={networks.length + 1}>
									{name}
								</th>
							</tr>
						)}
						{rows.map((row) => (
							<tr key={row.id}>
								<th scope="row">
									{row.name}
									{row.about && <span className={look.about}>{row.about}</span>}
								</th>
								{cellsOf(row.id)}
							</tr>
						))}
					</tbody>
				))}
			</table>
		</div>
	);
}
