# A static binary on a base without a shell, as a user without rights. It keeps
# everything in /data.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /out/reportfill ./cmd/reportfill && mkdir /out/data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/reportfill /reportfill
COPY --from=build --chown=nonroot:nonroot /out/data /data
ENV REPORTFILL_LISTEN=0.0.0.0:8080 REPORTFILL_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["/reportfill", "healthcheck"]
ENTRYPOINT ["/reportfill"]
CMD ["serve"]
