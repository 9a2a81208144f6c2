import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { MembershipInstitutesDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";

/** All institutes with their tiers, by name; undefined until they are there. */
export function useInstitutes() {
	const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(
		askPages(MembershipInstitutesDocument, {}, ({ institutes }) => institutes.pageInfo),
	);
	useEffect(() => {
		if (hasNextPage && !isFetching) void fetchNextPage();
	}, [hasNextPage, isFetching, fetchNextPage]);
	return data?.pages.flatMap((page) => page.data.institutes.nodes);
}

export type Institute = NonNullable<ReturnType<typeof useInstitutes>>[number];
