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
import type { Side } from "./compare.ts";
import look from "./Duplicates.module.css";
import { MergedPair } from "./MergedPair.tsx";
import { useFocusOn } from "./use-focus-on.ts";

type Props = { ids: readonly [string, string]; address: AddressView };

function Pair({ sides, ids, address }: Props & { sides: readonly [Side, Side] }) {
	const isOne = sides[0].id === sides[1].id;
	const place = useFocusOn(isOne);
	return (
		<div ref={place} tabIndex={-1}>
			{isOne ? (
				<MergedPair ids={ids} kept={sides[0]} />
			) : (
				<Compared sides={sides} asked={ids} address={address} />
			)}
		</div>
	);
}

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
					{(sides) =>
						sides.one && sides.other ? (
							<Pair sides={[sides.one, sides.other]} ids={[one, other]} address={address} />
						) : (
							<p role="alert">{t("duplicates.unknown", { id: sides.one ? other : one })}</p>
						)
					}
				</Answered>
			</Panel>
		</>
	);
}
