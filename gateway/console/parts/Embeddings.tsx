import type { EmbeddingFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Listing } from "./Listing.tsx";
import { nameText } from "./place.ts";
import { RecordLink } from "./RecordLink.tsx";
import { Sourced } from "./Sourced.tsx";
import { NotAvailable } from "./Status.tsx";

type Props = {
	embeddings: readonly EmbeddingFieldsFragment[];
	/** Which side is told of; the other is the page's own. */
	side: "center" | "institute";
};

/** Links between MEP centers and institutes: what kind, with whom, since when. */
export function Embeddings({ embeddings, side }: Props) {
	const t = useWords();
	return (
		<Listing
			empty={t(`profile.embeddings.none.${side}`)}
			items={embeddings.map((embedding) => {
				const { id, kind, center, institute, startsOn, endsOn, award, note, source } = embedding;
				const other = side === "center" ? center : institute;
				const name = t(`profile.embedding.${kind}`);
				const dates = [startsOn, endsOn].map((date) => (date ? t.date(date) : "…")).join(" – ");
				const asOf = embedding.asOfWords ?? (embedding.asOf && t.date(embedding.asOf));
				return {
					id,
					main: (
						<>
							<Sourced name={name} source={source} told={[[t("source.as-of"), asOf]]}>
								{name}
							</Sourced>
							{": "}
							{other ? (
								<RecordLink type={side === "center" ? "MepCenter" : "Institute"} id={other.id}>
									{nameText(t, other)}
								</RecordLink>
							) : (
								<NotAvailable reason={t(`profile.embeddings.unnamed.${side}`)} />
							)}
						</>
					),
					about: [
						startsOn || endsOn ? dates : t("profile.no-date"),
						award && t("profile.award-of", { amount: t.value(award.amount, award.currency) }),
						note,
					]
						.filter(Boolean)
						.join(" · "),
				};
			})}
		/>
	);
}
