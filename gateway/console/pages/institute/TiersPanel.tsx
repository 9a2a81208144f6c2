import { useQuery } from "@tanstack/react-query";
import { InstituteTiersDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { nameText } from "../../parts/place.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { TierTable } from "./TierTable.tsx";
import { rightsOf } from "./tiers.ts";

/** Tiers of membership, and how far each gives which right. */
export function TiersPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteTiersDocument, { id }));
	const tiers = query.data?.data.institute?.tiers ?? [];
	const cells = () => ({
		columns: ["right", ...tiers.map(({ name }) => name)],
		rows: rightsOf(tiers).map(({ right, levels }) => [right, ...levels]),
	});
	return (
		<Panel
			anchor="tiers"
			title={t("profile.tiers")}
			intro={tiers.length > 0 ? t("profile.tiers.intro") : undefined}
			actions={
				tiers.length > 0 && (
					<TakeAlong
						file={`${id}-tiers`}
						cells={cells}
						asked={{ document: InstituteTiersDocument, variables: { id } }}
					/>
				)
			}
		>
			<Answered name={t("profile.tiers")} query={query} height={80}>
				{() =>
					tiers.length > 0 ? (
						<TierTable
							label={t("profile.tiers")}
							tiers={tiers}
							nameOf={(tier) => nameText(t, tier)}
						/>
					) : (
						<p className="quiet">{t("profile.tiers.none")}</p>
					)
				}
			</Answered>
		</Panel>
	);
}
