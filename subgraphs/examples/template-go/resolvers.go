package main

import (
	"fmt"

	"github.com/graph-gophers/graphql-go"
)

type query struct{}

type myCollege struct{}

func (query) MyCollege() *myCollege { return &myCollege{} }

func (myCollege) Name() string { return organisation }

type sme struct{ id string }

func (s *sme) ID() graphql.ID { return graphql.ID(s.id) }

func (s *sme) MyCollegeApprentices() *int32 {
	count := apprentices[s.id]
	return &count
}

// The hub asks for manufacturers by id: answer the same id, or nil for those you do not know.
func resolveReference(of representation) (*entity, error) {
	if of["__typename"] != "Sme" {
		return nil, fmt.Errorf("%v is no entity of this subgraph", of["__typename"])
	}
	id, _ := of["id"].(string)
	if _, known := apprentices[id]; !known {
		return nil, nil
	}
	return &entity{sme: &sme{id}}, nil
}
