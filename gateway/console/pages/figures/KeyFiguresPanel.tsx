import { useQuery } from "@tanstack/react-query";
import {
	KeyFiguresSideBySideDocument,
	type KeyFiguresSideBySideQuery,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Figure } from "../../parts/Figure.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { Absent } from "./Absent.tsx";
import type { Year } from "./evaluation-address.ts";
import look from "./IndicatorCell.module.css";
import { NetworkGrid } from "./NetworkGrid.tsx";

type Networks = KeyFiguresSideBySideQuery["networks"];

const cellsOf = (networks: Networks) => ({
	columns: ["network", "figure", "answer", "value", "unit", "n", "coverage", "absent"],
	rows: networks.flatMap(({ id, keyFigures }) =>
		keyFigures.map(({ figure, answer, value, unit, n, coverage, absent }) => [
			id,
			figure,
			answer,
			value,
			unit,
			n,
			coverage.words,
			absent,
		]),
	),
});

function KeyFigureCell({ of }: { of: Networks[number]["keyFigures"][number] }) {
	const t = useWords();
	const { value, unit, n, coverage, published, answer, absent } = of;
	return (
		<>
			{value === null ? (
				<Absent answer={answer} reason={absent} />
			) : (
				<>
					<p className={look.value}>{t.value(value, unit)}</p>
					<p>{t("figures.from", { n })}</p>
					<p className="quiet" lang="en">
						{coverage.words}
					</p>
				</>
			)}
			{published && (
				<p>
					{t("figures.published-is")} <Figure of={published} />
				</p>
			)}
		</>
	);
}

/** What the hub computes from its records, with formulas, and why it cannot where it cannot. */
export function KeyFiguresPanel({ year }: { year: Year }) {
	const t = useWords();
	const query = useQuery(ask(KeyFiguresSideBySideDocument, year));
	const networks = query.data?.data.networks ?? [];
	const figures = networks[0]?.keyFigures ?? [];
	return (
		<Panel
			title={t("figures.evaluation.hub")}
			intro={t("figures.evaluation.hub.intro")}
			actions={
				<TakeAlong
					file="key-figures"
					cells={() => cellsOf(networks)}
					asked={{ document: KeyFiguresSideBySideDocument, variables: year }}
				/>
			}
		>
			<Answered name={t("figures.evaluation.hub")} query={query} height={560}>
				{() => (
					<NetworkGrid
						caption={t("figures.evaluation.hub")}
						networks={networks}
						groups={[
							{
								rows: figures.map(({ figure }) => ({
									id: figure,
									name: t(`profile.key.${figure}`),
									about: t(`profile.formula.${figure}`),
								})),
							},
						]}
						cell={(network, id) => {
							const of = networks
								.find((one) => one.id === network)
								?.keyFigures.find(({ figure }) => figure === id);
							return (
								of && {
									same: of.value === null && !of.published ? of.absent : null,
									content: <KeyFigureCell of={of} />,
								}
							);
						}}
					/>
				)}
			</Answered>
		</Panel>
	);
}
