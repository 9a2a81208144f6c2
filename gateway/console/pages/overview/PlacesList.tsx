import { useEffect, useRef } from "react";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./MapPanel.module.css";
import type { Embedding, Institute, StatePlaces } from "./places.ts";

type Props = {
	places: readonly StatePlaces[];
	abroad: readonly Institute[];
	embeddings: readonly Embedding[];
	institutes: readonly Institute[];
	chosen: string | undefined;
	onChoose: (state: string | undefined) => void;
};

function InstituteLink({ institute }: { institute: Institute }) {
	const t = useWords();
	const { id, name, nativeName } = institute;
	return (
		<RecordLink type="Institute" id={id}>
			{(t.language === "zh" && nativeName) || name}
		</RecordLink>
	);
}

/** What the map shows, state by state, with links to the records. */
export function PlacesList({ places, abroad, embeddings, institutes, chosen, onChoose }: Props) {
	const t = useWords();
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		// Only the list moves, not the page.
		const row = list.current?.querySelector<HTMLElement>(`[data-state="${chosen}"]`);
		if (row && list.current) list.current.scrollTop = row.offsetTop - list.current.offsetTop;
	}, [chosen]);

	const embeddedAt = (center: string) =>
		embeddings.flatMap((embedding) => {
			const institute = institutes.find(({ id }) => id === embedding.institute?.id);
			return embedding.center?.id === center && institute ? [{ embedding, institute }] : [];
		});
	return (
		<section ref={list} className={look.list} aria-label={t("overview.map.list")} tabIndex={0}>
			<ul>
				{places.map(({ state, centers, institutes: based, branches }) => (
					<li
						key={state}
						data-state={state}
						className={`${look.place} ${state === chosen ? look.chosen : ""}`}
					>
						<button
							type="button"
							className={look.code}
							aria-pressed={state === chosen}
							aria-label={t("overview.map.choose", {
								code: state.replace("US-", ""),
								state: t.maybe(`state.${state}`, state),
							})}
							onClick={() => onChoose(state === chosen ? undefined : state)}
						>
							{state.replace("US-", "")}
						</button>
						<ul>
							{centers.map(({ id, name }) => (
								<li key={id}>
									<RecordLink type="MepCenter" id={id}>
										{name}
									</RecordLink>
									{embeddedAt(id).map(({ embedding, institute }) => (
										<span key={embedding.id} className="quiet">
											{" · "}
											{t(`embedding.${embedding.kind}`)}: <InstituteLink institute={institute} />
										</span>
									))}
								</li>
							))}
							{based.map((institute) => (
								<li key={institute.id}>
									<InstituteLink institute={institute} />{" "}
									<span className="quiet">{t("overview.map.headquarters")}</span>
								</li>
							))}
							{branches.map(({ institute, name }) => (
								<li key={`${institute.id} ${name}`}>
									<InstituteLink institute={institute} /> <span className="quiet">{name}</span>
								</li>
							))}
						</ul>
					</li>
				))}
			</ul>
			{abroad.length > 0 && (
				<p className={look.foot}>
					{t("overview.map.abroad")}{" "}
					{abroad.map((institute, index) => (
						<span key={institute.id}>
							{index > 0 && ", "}
							<InstituteLink institute={institute} />
						</span>
					))}
				</p>
			)}
		</section>
	);
}
