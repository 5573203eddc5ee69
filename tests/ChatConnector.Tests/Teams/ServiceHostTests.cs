using ChatConnector.Teams.Trust;

namespace ChatConnector.Tests.Teams;

public class ServiceHostTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea/aaaaaaaa-1111-2222-3333-444444444444/")]
    [InlineData("https://SMBA.trafficmanager.net:443/teams")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://europe.directline.botframework.com/")]
    public void Microsofts_own_hosts_are_called(string url) => Assert.NotNull(new ServiceHosts([]).Accept(url));

    [Theory]
    [InlineData("https://smba.trafficmanager.net@evil.com/")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net./emea/")]
    [InlineData("https://smba\u3002trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.com/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://evil.azurewebsites.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://.botframework.com/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://teams.microsoft.com.evil.example/")]
    [InlineData("https://169.254.169.254/metadata/identity")]
    [InlineData("http://169.254.169.254/metadata/identity")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.com/")]
    [InlineData("https://evil.com#@smba.trafficmanager.net/")]
    [InlineData("https://evil.com?smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?x=https://evil.com")]
    [InlineData("https://ѕmba.trafficmanager.net/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public void Nobody_else_is_called(string? url) => Assert.Null(new ServiceHosts([]).Accept(url));

    [Fact]
    public void A_listed_host_is_called_over_https_and_one_on_this_machine_over_http_too()
    {
        var hosts = new ServiceHosts(["proxy.example.com", "127.0.0.1:4000", "localhost"]);
        Assert.NotNull(hosts.Accept("https://proxy.example.com/teams"));
        Assert.NotNull(hosts.Accept("http://127.0.0.1:4000/"));
        Assert.NotNull(hosts.Accept("http://localhost:4711/_connector"));
        Assert.Null(hosts.Accept("http://proxy.example.com/teams"));
        Assert.Null(hosts.Accept("https://proxy.example.com:8443/teams"));
        Assert.Null(hosts.Accept("https://proxy.example.com.evil.com/"));
        Assert.Null(hosts.Accept("http://127.0.0.1:4001/"));
    }

    [Fact]
    public void In_development_any_address_of_this_machine_will_do()
    {
        var hosts = new ServiceHosts([], anyLoopback: true);
        Assert.NotNull(hosts.Accept("http://127.0.0.1:56156/_connector"));
        Assert.NotNull(hosts.Accept("http://[::1]:56156/_connector"));
        Assert.Null(hosts.Accept("http://169.254.169.254/"));
        Assert.Null(hosts.Accept("http://192.168.1.10:56156/"));
    }
}
