module reportfill

go 1.26.8
