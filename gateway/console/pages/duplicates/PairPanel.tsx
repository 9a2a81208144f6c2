import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { DuplicateSidesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import type { AddressView } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";
import { Compared } from "./Compared.tsx";
import look from "./Duplicates.module.css";
import { MergedPair } from "./MergedPair.tsx";

type Props = { ids: readonly [string, string]; address: AddressView };

/** Two manufacturers side by side, or how they became one. */
export function PairPanel({ ids: [one, other], address }: Props) {
	const t = useWords();
	const query = useQuery(ask(DuplicateSidesDocument, { one, other }));
	const { one: _one, other: _other, keep: _keep, ...list } = address.says;
	return (
		<>
			<p className={look.back}>
				<Link to={PATHS.duplicates} search={list}>
					{t("duplicates.back")}
				</Link>
			</p>
			<Panel title={t("duplicates.side-by-side")}>
				<Answered name={t("duplicates.side-by-side")} query={query} height={600}>
					{(sides) => {
						if (!sides.one || !sides.other)
							return <p role="alert">{t("duplicates.unknown", { id: sides.one ? other : one })}</p>;
						if (sides.one.id === sides.other.id)
							return <MergedPair ids={[one, other]} kept={sides.one} />;
						return (
							<Compared sides={[sides.one, sides.other]} asked={[one, other]} address={address} />
						);
					}}
				</Answered>
			</Panel>
		</>
	);
}
